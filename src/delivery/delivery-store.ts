import type { CardSlot, Ticket } from '../tickets/ticket.ts';

/** What the courier reads and writes of tickets. None of it changes a ticket's version. */
export interface DeliveryStore {
  /**
   * Takes the right to send for one ticket, so that an older drawing never lands on a newer one.
   * @returns undefined when nothing is owed, `taken` when somebody else has the right
   */
  lease(key: string, now: Date, until: Date): Promise<Lease | 'taken' | undefined>;
  /** Keeps the right a little longer. */
  extend(key: string, until: Date): Promise<void>;
  /**
   * Notes what was sent and, when the ticket has not changed since it was read, gives the right back.
   * @returns the ticket as it is now when it has changed: the right is kept, and there may be more to send
   */
  settle(ticket: Ticket, settled: Settled): Promise<Ticket | undefined>;
  /** Something outside of its version became owed (a remark). */
  poke(key: string): Promise<void>;
  /** Tickets that owe something, that nobody is sending for, and that do not wait to be tried again later. */
  owing(now: Date, limit: number): Promise<readonly string[]>;
  /** Ends all leases: only for a store that no other process uses. */
  disown(): Promise<void>;
}

export interface Lease {
  readonly ticket: Ticket;
  /** Whoever sent before never came to the end: its messages may have arrived. */
  readonly isTakenOver: boolean;
}

export interface Settled {
  /** Slots as they now lie, found by id. */
  readonly slots: readonly CardSlot[];
  readonly newSlots: readonly CardSlot[];
  readonly doneEffects: readonly string[];
  /** How many messages were posted. */
  readonly posted: number;
  /** The requester's thread, when this delivery has begun it. */
  readonly thread?: string | undefined;
  readonly next: Next;
}

/** `done`: nothing is owed any more; `more`: something is not due yet; `later`: something failed and is tried again then. */
export type Next =
  | { readonly kind: 'done' }
  | { readonly kind: 'more' }
  | { readonly kind: 'later'; readonly at: Date; readonly mayHaveArrived: boolean };
