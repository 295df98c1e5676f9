import type { Ticket } from '../tickets/ticket.ts';
import type { TurnBook } from './turn-book.ts';

/** What a ticket says of who has it. */
export type Holding = Pick<Ticket, 'status' | 'team' | 'assignee'>;

/** Where it is kept whose turn it is, and where it is read who has how much. */
export interface TurnStore {
  /** An empty one when the team never gave out any. */
  book(team: string): Promise<TurnBook>;
  /** @returns false when somebody else has changed it meanwhile; nothing is written then */
  write(before: TurnBook, after: TurnBook): Promise<boolean>;
  /** Tickets by key; those that are not there are left out. */
  holdings(keys: readonly string[]): Promise<ReadonlyMap<string, Holding>>;
  /** How many open tickets each of these people has; who has none is left out. */
  loads(people: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Open tickets that these people have. @param limit the most that is read */
  heldBy(people: readonly string[], limit: number): Promise<readonly Ticket[]>;
  /** What nobody could be found for is tried again at once: somebody has come back. */
  askAgain(teams: readonly string[], now: Date): Promise<void>;
}
