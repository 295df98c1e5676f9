import { describe, expect, it } from '@jest/globals';
import { renderCard as renderForSlack } from '../../adapters/slack/render-card.ts';
import { renderCard as renderForTeams } from '../../adapters/teams/render-card.ts';
import type { Card } from '../../src/chat/card.ts';
import type { SlaStanding, Ticket, TicketSla } from '../../src/tickets/ticket.ts';
import { agentCard } from '../../src/views/agent-card.ts';
import { dateSpan } from '../../src/views/dates.ts';
import { requesterCard } from '../../src/views/requester-card.ts';
import { ticketDetails } from '../../src/views/ticket-details.ts';
import { ticketList } from '../../src/views/ticket-list.ts';
import { aContext } from './a-context.ts';
import { aTicket, aTicketThatIs, openedAt } from './a-ticket.ts';
import { linesOf, saidBy } from './shown.ts';

const hour = 3_600_000;
/** The reader's now is an hour after it was opened. */
const hoursAfter = (hours: number) => new Date(openedAt.getTime() + hours * hour);
const shown = (at: Date, locale = 'en') => dateSpan(at, 'dateTime', aContext(locale)).fallback;

function standing(facts: Partial<SlaStanding> = {}): SlaStanding {
  return { policy: 'standard', state: 'running', targetMs: 4 * hour, elapsedMs: 0, ...facts };
}

function due(target: 'respond' | 'update' | 'resolve', hours: number): TicketSla {
  const dueAt = hoursAfter(hours);
  return { [target]: standing({ dueAt }), next: { target, dueAt } };
}

const agents = (ticket: Ticket, locale?: string) => linesOf(agentCard(ticket, 'agent:it', aContext(locale)));
const requesters = (ticket: Ticket, locale?: string) => linesOf(requesterCard(ticket, aContext(locale)));
const onHold = (sla: TicketSla, hold: Ticket['hold']) => aTicketThatIs('on_hold', { sla, ...(hold ? { hold } : {}) });

describe('what is due next', () => {
  it.each([
    ['in time', 4],
    ['in time', 2.01],
    ['due soon', 2], // a quarter of the four hours is left
    ['due soon', 1],
    ['overdue', 0.99],
  ])('is %s when it is due %d h after it was opened', (state, hours) => {
    const ticket = aTicket({ sla: due('resolve', hours) });

    expect(agents(ticket)).toContain(`Due: resolve by ${shown(hoursAfter(hours))} · ${state}`);
    expect(requesters(ticket)).toContain(`Due: solved by ${shown(hoursAfter(hours))} · ${state}`);
  });

  it.each([
    ['respond', 'respond by', 'first answer by', 'Antwort bis', 'erste Antwort bis'],
    ['update', 'update by', 'next news by', 'Rückmeldung bis', 'nächste Nachricht bis'],
    ['resolve', 'resolve by', 'solved by', 'Lösung bis', 'gelöst bis'],
  ] as const)(
    'says what that is, to requesters in plain words: %s',
    (target, toAgents, plain, inGerman, plainGerman) => {
      const ticket = aTicket({ sla: due(target, 4) });

      expect(saidBy(agentCard(ticket, 'a', aContext()))).toContain(`Due: ${toAgents} `);
      expect(saidBy(requesterCard(ticket, aContext()))).toContain(`Due: ${plain} `);
      expect(saidBy(agentCard(ticket, 'a', aContext('de')))).toContain(`Fällig: ${inGerman} `);
      expect(saidBy(requesterCard(ticket, aContext('de')))).toContain(`Fällig: ${plainGerman} `);
    },
  );

  it('counts the working time that is left, not the hours on the wall', () => {
    const ticket = aTicket({ sla: due('resolve', 24) });
    const atNight = { ...aContext(), workingTimeBetween: () => hour };

    expect(saidBy(agentCard(ticket, 'a', atNight))).toContain('due soon');
    expect(saidBy(agentCard(ticket, 'a', aContext()))).toContain('in time');
  });

  it('shows nothing of a ticket without a service level', () => {
    expect(saidBy(agentCard(aTicket(), 'a', aContext()))).not.toMatch(/Due|Paused|Service level/);
    expect(saidBy(requesterCard(aTicket(), aContext()))).not.toMatch(/Due|Paused/);
    expect(JSON.stringify(agentCard(aTicket(), 'a', aContext()))).not.toContain('ticket.explain');
  });

  it('leads agents to the explanation', () => {
    const row = agentCard(aTicket({ sla: due('resolve', 4) }), 'a', aContext()).blocks[1];

    expect(row).toMatchObject({ kind: 'row', button: { label: 'Explain', action: 'ticket.explain', value: 'INC-42' } });
  });

  it('stands in the details, for each reader in their words, with the way to the explanation', () => {
    const ticket = aTicket({ sla: due('respond', 4) });
    const details = (isInsider: boolean) => ticketDetails(ticket, [], aContext(), { isInsider, buttons: [] });

    expect(saidBy(details(true))).toContain('Due: respond by');
    expect(saidBy(details(false))).toContain('Due: first answer by');
    for (const isInsider of [true, false])
      expect(details(isInsider).blocks).toContainEqual(
        expect.objectContaining({ button: expect.objectContaining({ action: 'ticket.explain' }) }),
      );
  });

  it('stands in lists', () => {
    const lines = [
      aTicket({ key: 'INC-1', sla: due('resolve', 4) }),
      aTicket({ key: 'INC-2', sla: due('resolve', 0.5) }),
      aTicket({ key: 'INC-3' }),
    ];
    const page = { lines, total: 3, page: 0, pageSize: 10 };

    const list = linesOf(ticketList(page, { id: 'mine', title: 'Mine', empty: '' }, aContext()));

    expect(list[1]).toBe(`INC-1 VPN is down · new · P3 · 1 hr · due ${shown(hoursAfter(4))}`);
    expect(list[2]).toBe(`INC-2 VPN is down · new · P3 · 1 hr · overdue since ${shown(hoursAfter(0.5))}`);
    expect(list[3]).toBe('INC-3 VPN is down · new · P3 · 1 hr');
  });
});

describe('a clock that is paused', () => {
  const paused: TicketSla = { resolve: standing({ state: 'paused', elapsedMs: hour / 2 }) };
  const since = openedAt;

  it('says why, and what is left when it goes on', () => {
    const ticket = onHold(paused, { reason: 'requester', since });

    expect(agents(ticket)).toContain('Paused: resolve, 3 h 30 min left · waiting for the requester');
    expect(requesters(ticket)).toContain('Paused: 3 h 30 min left to solve it · waiting for you');
    expect(agents(ticket, 'de')).toContain('Angehalten: Lösung, noch 3 h 30 min · wartet auf Rückmeldung');
    expect(requesters(ticket, 'de')).toContain('Angehalten: noch 3 h 30 min bis zur Lösung · wartet auf dich');
  });

  it('names the vendor', () => {
    const ticket = onHold(paused, { reason: 'vendor', vendor: 'acme', since });

    expect(agents(ticket)).toContain('Paused: resolve, 3 h 30 min left · waiting for acme Ltd');
    expect(agents(ticket)).toContain('On hold: waiting for acme Ltd.');
    expect(requesters(ticket)).toContain('It is waiting for acme Ltd. We go on as soon as they have answered.');
  });

  it('stands beside what is due all the same', () => {
    const ticket = onHold({ ...paused, ...due('update', 2) }, { reason: 'change', since });

    expect(saidBy(agentCard(ticket, 'a', aContext()))).toMatch(/Due: update by .*\nPaused: resolve, 3 h 30 min left/);
  });

  it('stays overdue', () => {
    const late = { resolve: standing({ state: 'breached', elapsedMs: 5 * hour, breachedAt: hoursAfter(0.5) }) };
    const ticket = onHold(late, { reason: 'requester', since });

    expect(agents(ticket)).toContain(
      `Paused: resolve, overdue since ${shown(hoursAfter(0.5))} · waiting for the requester`,
    );
    expect(requesters(ticket)).toContain(`Paused: overdue since ${shown(hoursAfter(0.5))} · waiting for you`);
  });
});

describe('a ticket that is done', () => {
  const sla = { respond: standing({ state: 'met' }), resolve: standing({ state: 'missed', breachedAt: openedAt }) };

  it('tells agents what was met and what was missed, and the requester nothing', () => {
    const ticket = aTicketThatIs('resolved', { sla });

    expect(agents(ticket)).toContain('Service level: respond: met, resolve: missed');
    expect(agents(ticket, 'de')).toContain('Zusage: Antwort: eingehalten, Lösung: verfehlt');
    expect(saidBy(requesterCard(ticket, aContext()))).not.toMatch(/met|missed|Due|Paused/);
  });

  it('has no verdict when it was cancelled, unless it was late before', () => {
    const cancelled = (facts: Partial<SlaStanding>) =>
      saidBy(
        agentCard(
          aTicketThatIs('cancelled', { sla: { resolve: standing({ state: 'cancelled', ...facts }) } }),
          'a',
          aContext(),
        ),
      );

    expect(cancelled({})).not.toContain('Service level');
    expect(cancelled({ breachedAt: openedAt })).toContain('Service level: resolve: missed');
  });
});

describe('a due time', () => {
  const at = hoursAfter(4);
  const ticket = aTicket({ sla: due('resolve', 4) });
  const cards: readonly (readonly [string, Card])[] = [
    ['agent', agentCard(ticket, 'a', aContext())],
    ['requester', requesterCard(ticket, aContext())],
    ['details', ticketDetails(ticket, [], aContext(), { isInsider: true, buttons: [] })],
    [
      'list',
      ticketList({ lines: [ticket], total: 1, page: 0, pageSize: 10 }, { id: 'l', title: 'l', empty: '' }, aContext()),
    ],
  ];

  it.each(cards)('is in each reader’s own zone in Slack: %s', (_, card) => {
    const seconds = at.getTime() / 1000;

    const drawn = JSON.stringify(renderForSlack(card));
    expect(drawn.includes(`<!date^${seconds}^`) || drawn.includes(`"type":"date","timestamp":${seconds}`)).toBe(true);
  });

  it.each(cards)('is in each reader’s own zone in Teams: %s', (_, card) => {
    const drawn = JSON.stringify(renderForTeams(card));

    expect(drawn).toContain('{{DATE(2026-03-02T12:00:00Z, SHORT)}} {{TIME(2026-03-02T12:00:00Z)}}');
  });
});
