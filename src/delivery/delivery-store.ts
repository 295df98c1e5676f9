import type { CardSlot, Ticket } from '../tickets/ticket.ts';

/** What the courier reads and writes of tickets. None of it changes a ticket's version. */
export interface DeliveryStore {
  /** Takes the right to send for one ticket, so that an older drawing never lands on a newer one. */
  lease(key: string, now: Date, until: Date): Promise<Ticket | undefined>;
  /** Notes what was sent. @returns the ticket as it is now */
  settle(key: string, settled: Settled): Promise<Ticket | undefined>;
  /**
   * Gives the right back. The ticket owes nothing more if it is still at this version and these deliveries, and `isDone`.
   * @param retryAt when to try again what could not be sent
   * @returns whether there is more to do at once
   */
  release(ticket: Ticket, isDone: boolean, retryAt: Date | undefined): Promise<boolean>;
  /** Something outside of its version became owed (a remark). */
  poke(key: string): Promise<void>;
  /** Tickets that owe something and that nobody is sending for. */
  owing(now: Date, limit: number): Promise<readonly string[]>;
  /** Ends all leases: only for a store that no other process uses. */
  disown(): Promise<void>;
}

export interface Settled {
  /** Slots as they now lie, found by id; new ones are added. */
  readonly slots?: readonly CardSlot[];
  readonly newSlots?: readonly CardSlot[];
  readonly doneEffects?: readonly string[];
  /** How many messages were posted. */
  readonly posted?: number;
  /** The requester's thread, when this delivery has begun it. */
  readonly thread?: string;
}
