import { describe, expect, it } from '@jest/globals';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';
import { WorkingCalendar } from '../../src/sla/calendar.ts';
import { clocksOf } from '../../src/sla/clock.ts';
import { momentsOf } from '../../src/sla/moments-of.ts';
import { claim } from '../../src/tickets/moves/assignment.ts';
import { edit, prioritise } from '../../src/tickets/moves/describing.ts';
import { reopen, resolve } from '../../src/tickets/moves/ending.ts';
import { escalateToTeam } from '../../src/tickets/moves/escalation.ts';
import { hear, reply } from '../../src/tickets/moves/talking.ts';
import { hold } from '../../src/tickets/moves/waiting.ts';
import { aConfig } from '../kit/a-config.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { ben, dana } from '../kit/people.ts';
import { moved } from '../tickets/written.ts';

const at = (time: string) => new Date(`2026-03-02T${time}Z`);
const { matrix } = aConfig().priorities;
const vpn = { id: 'mail', team: 'it', confidential: false };

describe('the moments of a ticket', () => {
  it('tell what it was at each of them, though its history tells only what changed', () => {
    let ticket = aTicket();
    ticket = moved(ticket, claim, ben.id, at('09:00'));
    ticket = moved(ticket, prioritise({ impact: 1, urgency: 1 }, matrix), ben.id, at('09:30'));
    ticket = moved(ticket, hold('requester', 'Which one?'), ben.id, at('10:00'));
    ticket = moved(ticket, hear, dana.id, at('11:00'));
    ticket = moved(ticket, edit({ title: 'Mail', kind: 'request', service: vpn }), ben.id, at('11:30'));
    ticket = moved(ticket, escalateToTeam('hr'), ben.id, at('12:00'));

    expect(
      momentsOf(ticket, ['board']).map(({ act, status, hold: held, facts }) =>
        [act, status, held?.reason, facts.priority, facts.kind, facts.service, facts.team].join(' '),
      ),
    ).toEqual([
      'open new  P4 incident vpn it',
      'claim in_progress  P4 incident vpn it',
      'prioritise in_progress  P1 incident vpn it',
      'hold on_hold requester P1 incident vpn it',
      'hear in_progress  P1 incident vpn it',
      'edit in_progress  P1 request mail it',
      'escalateTeam new  P1 request mail hr',
    ]);
    expect(momentsOf(ticket, ['board'])[0]).toMatchObject({
      at: at('08:00'),
      by: dana.id,
      facts: { requester: dana.id, groups: ['board'] },
    });
  });

  it('know a ticket that never had a service, and one that got it later', () => {
    const { service, ...without } = aTicket();
    const opened = { ...without, history: without.history.map((entry) => ({ ...entry, changes: [] })) };
    const edited = moved(opened, edit({ title: 'VPN', kind: 'incident', service: vpn }), ben.id, at('09:00'));

    expect(service).toBe('vpn');
    expect(momentsOf(edited).map(({ facts }) => facts.service)).toEqual([undefined, 'mail']);
  });

  it('never go back in time, whatever the clocks of several machines say', () => {
    const ticket = moved(moved(aTicket(), claim, ben.id, at('10:00')), reply('m1'), ben.id, at('09:59'));

    expect(momentsOf(ticket).map(({ at: when }) => when)).toEqual([at('08:00'), at('10:00'), at('10:00')]);
  });

  it('make clocks by the policies and calendars of desk.yaml', () => {
    const read = parseDeskFile(`
teams: [{ id: it, agents: [ben@example.com] }]
calendars: [{ id: office, timeZone: Europe/Berlin, open: { mon-fri: ["09:00-17:00"] } }]
serviceLevels: [{ id: standard, when: {}, calendar: office, respond: 1h, resolve: 4h }]`);
    if (!('config' in read)) throw new Error('the file has faults');
    const { calendars, serviceLevels, holdReasons } = read.config;
    let ticket = aTicket();
    ticket = moved(ticket, claim, ben.id, at('08:20'));
    ticket = moved(ticket, reply('m1'), ben.id, at('08:30'));
    ticket = moved(ticket, hold('vendor', undefined), ben.id, at('09:00'));
    ticket = moved(ticket, resolve('fixed', 'Done.'), ben.id, at('14:00'));
    ticket = moved(ticket, reopen(undefined, 1e9), dana.id, at('15:00'));

    const clocks = clocksOf({
      moments: momentsOf(ticket),
      rules: {
        levels: serviceLevels,
        holdReasons,
        calendars: new Map(calendars.map((calendar) => [calendar.id, new WorkingCalendar(calendar)])),
      },
      now: at('15:30'),
    });

    expect(clocks).toMatchObject([
      { target: 'respond', state: 'met', elapsedMs: 30 * 60_000 },
      { target: 'resolve', state: 'running', elapsedMs: 90 * 60_000, dueAt: new Date('2026-03-03T10:00Z') },
    ]);
  });
});
