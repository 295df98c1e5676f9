import type { TicketPatch } from '../tickets/change.ts';
import type { Ticket } from '../tickets/ticket.ts';

/** A ticket as it is stored: its key is the `_id`, and what queries need stands beside it. */
export interface TicketDocument extends Omit<Ticket, 'key'> {
  readonly _id: string;
  /** Every thread in which somebody talks of it, so that one index finds it by a message. */
  readonly threads: readonly string[];
  /** Words of key, title and description in lower case, for the search. */
  readonly terms: readonly string[];
  /** Who holds the right to send may do so until then; past when nobody does. */
  readonly leaseUntil: Date;
  /** Set while somebody sends: when the lease is over and this still stands, they never came to the end. */
  readonly isLeased: boolean;
  /** When the sweep may try again what has failed; past when it need not wait. A new change does not wait for it. */
  readonly retryAt: Date;
}

export function toDocument(ticket: Ticket): TicketDocument {
  const { key, ...rest } = ticket;
  return {
    _id: key,
    ...rest,
    threads: threadsOf(ticket),
    terms: termsOf(key, ticket),
    leaseUntil: new Date(0),
    isLeased: false,
    retryAt: new Date(0),
  };
}

export function toTicket(document: TicketDocument): Ticket {
  const ticket: Record<string, unknown> = { key: document._id, ...absentBefore };
  // Field by field: taking a few out of so many by a pattern takes ten times as long.
  for (const field of Object.keys(document)) {
    if (!besideTicket.has(field)) ticket[field] = document[field as keyof TicketDocument];
  }
  return ticket as unknown as Ticket;
}

/** What a document has and a ticket has not. */
const besideTicket: ReadonlySet<string> = new Set<keyof TicketDocument>([
  ...(['_id', 'threads', 'terms', 'leaseUntil', 'isLeased', 'retryAt'] as const),
]);

/** What tickets of an earlier version do not have yet. */
const absentBefore = { groups: [], sla: {}, promises: [] };

/** What follows from a patch in the fields beside it. */
export function derived(ticket: Ticket, set: TicketPatch): Partial<TicketDocument> {
  const isRenamed = 'title' in set || 'description' in set;
  const isElsewhere = 'alsoIn' in set;
  if (!isRenamed && !isElsewhere) return {};
  const next = { ...ticket, ...set } as Ticket;
  return {
    ...(isRenamed ? { terms: termsOf(ticket.key, next) } : {}),
    ...(isElsewhere ? { threads: threadsOf(next) } : {}),
  };
}

function threadsOf(ticket: Ticket): string[] {
  const inCards = ticket.cards.flatMap((slot) => (slot.thread ? [slot.thread] : []));
  const own = [ticket.thread, ticket.source.thread].filter((place) => place !== undefined);
  return [...new Set([...own, ...ticket.alsoIn, ...inCards])];
}

const maxTerms = 200;

function termsOf(key: string, { title, description }: Pick<Ticket, 'title' | 'description'>): string[] {
  return [...new Set([key.toLowerCase(), ...wordsIn(title), ...wordsIn(description)])].slice(0, maxTerms);
}

/** Words in lower case; a search and what is searched are split in the same way. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-_.@][\p{L}\p{N}]+)*/gu) ?? [];
}
