import type { Change, Move } from '../../src/tickets/change.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';

export const today = '2026-03-02';
export const noon = new Date('2026-03-02T12:00:00Z');

/** What a store makes of a change: the next version of the ticket. */
export function written(ticket: Ticket, change: Change): Ticket {
  const next: Record<string, unknown> = { ...ticket };
  for (const [field, value] of Object.entries(change.set)) {
    if (value === undefined) delete next[field];
    else next[field] = value;
  }
  return {
    ...(next as unknown as Ticket),
    version: ticket.version + 1,
    history: [...ticket.history, change.entry],
    owes: [...ticket.owes, ...change.owes],
  };
}

/** One move by somebody, at noon unless told otherwise. */
export function moved(ticket: Ticket, move: Move, by = 'ben@example.com', now = noon): Ticket {
  return written(ticket, move(ticket, { by, now, today }));
}
