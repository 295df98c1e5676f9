import type { HistoryEntry } from '../history.ts';
import type { Ticket } from '../ticket.ts';

type WithHistory = Pick<Ticket, 'history'>;

export function hasRung({ history }: WithHistory, id: string): boolean {
  return history.some(({ alarm }) => alarm === id);
}

export function rungAt({ history }: WithHistory, id: string): Date | undefined {
  return history.find(({ alarm }) => alarm === id)?.at;
}

/** Since when a ticket is in the state that it is in now. */
export function statusSince({ history, openedAt }: Pick<Ticket, 'history' | 'openedAt'>): Date {
  return lastChange(history, 'status')?.at ?? openedAt;
}

export function lastChange(history: readonly HistoryEntry[], field: string): HistoryEntry | undefined {
  return history.findLast(({ changes }) => changes.some((change) => change.field === field));
}

/** An instant as a short part of an alarm's id. */
export function stamp(at: Date): string {
  return at.getTime().toString(36);
}
