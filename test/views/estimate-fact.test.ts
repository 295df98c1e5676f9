import { describe, expect, it } from '@jest/globals';
import { type GivenEstimate, statuses, type Ticket } from '../../src/tickets/ticket.ts';
import { agentCard } from '../../src/views/agent-card.ts';
import { requesterCard } from '../../src/views/requester-card.ts';
import { aContext } from './a-context.ts';
import { aTicket, aTicketThatIs, openedAt } from './a-ticket.ts';
import { linesOf, saidBy } from './shown.ts';

const hour = 3_600_000;

function anEstimate(fromHours: number, toHours: number, facts: Partial<GivenEstimate> = {}): GivenEstimate {
  return {
    fromMs: fromHours * hour,
    toMs: toHours * hour,
    tickets: 123,
    like: { kind: 'incident', priority: 'P3', service: 'vpn' },
    endsAt: new Date(openedAt.getTime() + toHours * hour),
    ...facts,
  };
}

const estimate = anEstimate(2.2, 4.6);

/** What the requester's card says of it, an hour after the ticket was opened unless told otherwise. */
function saidOf(ticket: Ticket, { locale = 'en', hours = 1 } = {}): string | undefined {
  const now = new Date(openedAt.getTime() + hours * hour);
  const lines = linesOf(requesterCard(ticket, { ...aContext(locale), now }));
  return lines.find((line) => /^(Takes|Dauer): /.test(line));
}

const office = { workdayMs: 8 * hour };

describe('how long it usually takes', () => {
  it.each<[GivenEstimate, string, string]>([
    [estimate, 'usually 2–5 hours', 'meist 2–5 Stunden'],
    [anEstimate(0.4, 0.6), 'usually 20–40 minutes', 'meist 20–40 Minuten'],
    [anEstimate(30, 71), 'usually 1–3 days', 'meist 1–3 Tage'],
    [anEstimate(3, 3), 'usually 3 hours', 'meist 3 Stunden'],
    [anEstimate(0, 3), 'usually up to 3 hours', 'meist bis zu 3 Stunden'],
    [anEstimate(0, 0.5), 'usually up to 30 minutes', 'meist bis zu 30 Minuten'],
    [anEstimate(0, 71), 'usually up to 3 days', 'meist bis zu 3 Tage'],
    [anEstimate(0.4, 2.5), 'usually between 20 minutes and 3 hours', 'meist zwischen 20 Minuten und 3 Stunden'],
    [anEstimate(1, 40), 'usually between 1 hour and 2 days', 'meist zwischen 1 Stunde und 2 Tagen'],
    [anEstimate(2.2, 4.6, office), 'usually 2–5 working hours', 'meist 2–5 Arbeitsstunden'],
    [anEstimate(0.4, 0.6, office), 'usually 20–40 minutes of working time', 'meist 20–40 Minuten Arbeitszeit'],
    [anEstimate(9, 23, office), 'usually 1–3 working days', 'meist 1–3 Arbeitstage'],
    [anEstimate(0, 0.5, office), 'usually up to 30 minutes of working time', 'meist bis zu 30 Minuten Arbeitszeit'],
    [anEstimate(0, 3, office), 'usually up to 3 working hours', 'meist bis zu 3 Arbeitsstunden'],
    [anEstimate(0, 23, office), 'usually up to 3 working days', 'meist bis zu 3 Arbeitstage'],
    [
      anEstimate(0.4, 2.5, office),
      'usually between 20 minutes and 3 hours of working time',
      'meist zwischen 20 Minuten und 3 Stunden Arbeitszeit',
    ],
    [
      anEstimate(3, 14, office),
      'usually between 3 working hours and 2 working days',
      'meist zwischen 3 Arbeitsstunden und 2 Arbeitstagen',
    ],
  ])('stands on the card of the requester, in their language (%#)', (given, english, german) => {
    const ticket = aTicket({ estimate: given });

    expect(saidOf(ticket, { hours: 0 })).toBe(`Takes: ${english}`);
    expect(saidOf(ticket, { hours: 0, locale: 'de' })).toBe(`Dauer: ${german}`);
  });

  it('stands there as long as the ticket is open', () => {
    const shown = statuses.filter((status) => saidOf(aTicketThatIs(status, { estimate })) !== undefined);

    expect(shown).toEqual(['new', 'in_progress', 'on_hold']);
  });

  it('is gone once it takes longer', () => {
    const ticket = aTicket({ estimate });

    expect(saidOf(ticket, { hours: 4.6 })).toBe('Takes: usually 2–5 hours');
    expect(saidOf(ticket, { hours: 4.7 })).toBeUndefined();
  });

  it('is gone when the ticket is no longer what it was about', () => {
    expect(saidOf(aTicket({ estimate, priority: 'P1' }))).toBeUndefined();
    expect(saidOf(aTicket({ estimate, service: 'email' }))).toBeUndefined();
    expect(saidOf(aTicket({ estimate, kind: 'request' }))).toBeUndefined();
    expect(saidOf(aTicket({ estimate, team: 'net' }))).toBeDefined();

    const ofTeam = { ...estimate, like: { kind: 'incident', priority: 'P3', team: 'it' } } as const;
    expect(saidOf(aTicket({ estimate: ofTeam, service: 'email' }))).toBeDefined();
    expect(saidOf(aTicket({ estimate: ofTeam, team: 'net' }))).toBeUndefined();
  });

  it('is not said where nothing is known, and not to the agents', () => {
    expect(saidOf(aTicket())).toBeUndefined();
    expect(saidBy(agentCard(aTicket({ estimate }), 'agent:it', aContext()))).not.toMatch(/usually/);
  });
});
