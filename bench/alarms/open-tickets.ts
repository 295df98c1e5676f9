import type { TicketDocument } from '../../src/store/ticket-document.ts';
import { toDocument } from '../../src/store/ticket-document.ts';
import type { AlarmRules } from '../../src/tickets/alarms/alarm-rules.ts';
import { reckon } from '../../src/tickets/alarms/reckon.ts';
import { changed } from '../../src/tickets/change.ts';
import { ticketFrom } from '../../src/tickets/draft.ts';
import { claim } from '../../src/tickets/moves/assignment.ts';
import type { Matrix } from '../../src/tickets/priority.ts';

export type BenchRules = AlarmRules & { readonly priorities: { readonly matrix: Matrix } };

/** A claimed ticket whose cards lie, as the desk stores it. */
export function openTicket(number: number, openedAt: Date, rules: BenchRules): TicketDocument {
  const key = `INC-${number}`;
  const draft = {
    kind: 'incident',
    title: `The VPN drops every ${number % 60} minutes`,
    description: `Since this morning the tunnel goes down again and again, ${number} times by now, and I have to sign in anew.`,
    requester: `person${number % 5000}@example.com`,
    raisedBy: `person${number % 5000}@example.com`,
    service: 'vpn',
    team: number % 2 ? 'it' : 'network',
    impact: 3,
    urgency: 2,
    confidential: false,
    source: { via: 'direct', key: `bench:${number}`, files: [] },
    thread: `slack:T1/D-person${number}/1`,
  } as const;
  const opened = ticketFrom(draft, key, rules.priorities.matrix, openedAt, '2026-03-02');
  const claimedAt = new Date(openedAt.getTime() + 60_000);
  const claimed = changed(
    opened,
    claim(opened, { by: `agent${number % 40}@example.com`, now: claimedAt, today: '2026-03-02' }),
  );
  const cards = claimed.cards.map((slot) => ({
    ...slot,
    message: `slack:T1/it-triage/${number}`,
    drawn: claimed.version,
  }));
  const { sla, alarms } = reckon(claimed, rules, claimedAt);
  const [next] = alarms;
  return toDocument({ ...claimed, cards, sla, owing: false, ...(next ? { nextAlarmAt: next.at } : {}) });
}
