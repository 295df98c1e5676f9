import { instantIn } from '../../src/sla/instant-in.ts';
import { changed, type Move } from '../../src/tickets/change.ts';
import { assignTo, claim } from '../../src/tickets/moves/assignment.ts';
import { cancel, reopen, resolve } from '../../src/tickets/moves/ending.ts';
import { hear, reply } from '../../src/tickets/moves/talking.ts';
import { hold } from '../../src/tickets/moves/waiting.ts';
import type { PromisedUpdate, SlaStanding, Ticket } from '../../src/tickets/ticket.ts';
import { dayIn } from '../../src/tickets/ticket-service.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { days } from '../kit/fake-clock.ts';
import { ben, cem, dana, hana, lea, max, nia, type Somebody } from '../kit/people.ts';

export const zone = 'Europe/Berlin';

/** An instant by Berlin's clocks, `03-02 09:00` of 2026. */
export function berlin(wall: string): Date {
  const at = instantIn(zone, `2026-${wall}`);
  if (!at) throw new Error(`${wall} is no time`);
  return at;
}

type Step = readonly [wall: string, by: Somebody, move: Move];

/** A ticket that was opened at a wall time and then lived through some moves. */
export function aLife(key: string, openedAt: string, facts: Partial<Ticket>, steps: readonly Step[] = []): Ticket {
  const at = berlin(openedAt);
  const fresh = aTicket({ key, openedAt: at, openedDay: dayIn(zone, at), ...facts });
  const [opening] = fresh.history;
  const born = { ...fresh, history: opening ? [{ ...opening, at }] : [] };
  return steps.reduce<Ticket>((ticket, [wall, { id: by }, move]) => {
    const now = berlin(wall);
    return changed(ticket, move(ticket, { by, now, today: dayIn(zone, now) }));
  }, born);
}

const minuteMs = 60_000;
export const minutes = (count: number) => count * minuteMs;

function standing(state: SlaStanding['state'], elapsedMinutes: number): SlaStanding {
  return { policy: 'standard', state, targetMs: minutes(120), elapsedMs: minutes(elapsedMinutes) };
}

function promised(id: string, state: PromisedUpdate['state']): PromisedUpdate {
  return { id, by: nia.id, madeAt: berlin('03-05 09:00'), dueAt: berlin('03-05 10:00'), state };
}

const solved = resolve('fixed', 'Done.');
const vpn = { service: 'vpn', priority: 'P2', title: 'VPN is down' } as const;
const mail = { service: 'email', priority: 'P3' } as const;

/** The week from Monday 2 to Sunday 8 March 2026, small enough to count with one's fingers. */
export const week = { since: '2026-03-02', until: '2026-03-08' } as const;

export const countedTickets: readonly Ticket[] = [
  aLife('INC-1', '03-02 09:00', { ...vpn, sla: { respond: standing('met', 30), resolve: standing('met', 120) } }, [
    ['03-02 09:10', ben, claim],
    ['03-02 09:30', ben, reply('m1')],
    ['03-02 11:00', ben, solved],
  ]),
  aLife(
    'INC-2',
    '03-02 10:30',
    {
      ...vpn,
      title: 'vpn is DOWN!',
      requester: max.id,
      sla: { respond: standing('missed', 240), resolve: standing('met', 120) },
    },
    [
      ['03-02 10:40', ben, claim],
      ['03-02 10:50', ben, hold('requester', 'Which office?')],
      ['03-02 12:50', max, hear],
      ['03-02 14:30', ben, solved],
    ],
  ),
  aLife(
    'INC-3',
    '03-03 08:00',
    { ...mail, title: 'Outlook 3 hangs', sla: { respond: standing('met', 90), resolve: standing('missed', 2100) } },
    [
      ['03-03 08:30', ben, claim],
      ['03-03 09:00', lea, assignTo(cem.id)],
      ['03-03 09:30', cem, reply('m2')],
      ['03-04 08:00', cem, solved],
      ['03-04 09:00', dana, reopen('Still hangs.', days(7))],
      ['03-04 20:00', cem, solved],
    ],
  ),
  aLife('INC-4', '03-04 23:30', {
    ...{ service: 'wifi', team: 'network', priority: 'P1', title: 'Outlook 4 hangs' },
    sla: { respond: standing('breached', 180), resolve: standing('running', 180) },
    promises: [promised('1', 'missed'), promised('2', 'open')],
  }),
  aLife(
    'INC-5',
    '03-05 12:00',
    {
      ...{ service: 'payroll', team: 'hr', priority: 'P3', title: 'VPN is down', confidential: true },
      sla: { respond: standing('met', 10), resolve: standing('met', 40) },
      promises: [promised('1', 'kept'), promised('2', 'dropped')],
    },
    [
      ['03-05 12:05', hana, claim],
      ['03-05 12:10', hana, reply('m3')],
      ['03-05 12:40', hana, solved],
    ],
  ),
  withoutService(
    aLife('INC-6', '03-06 07:15', { priority: 'P4', title: 'No matter' }, [['03-06 08:00', dana, cancel(undefined)]]),
  ),
  aLife('INC-7', '02-20 09:00', vpn, [
    ['02-20 09:10', ben, claim],
    ['02-20 09:20', ben, reply('m4')],
    ['03-07 10:00', ben, solved],
  ]),
  aLife('INC-8', '03-09 00:00', vpn),
  aLife('INC-9', '02-01 12:00', mail),
];

function withoutService({ service: _, ...ticket }: Ticket): Ticket {
  return ticket;
}
