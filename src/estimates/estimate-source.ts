import type { Likeness } from '../tickets/ticket.ts';
import type { Span } from './estimate-of.ts';

/** Resolved tickets that have something in common. */
export interface PastTickets {
  /** The last resolved first. */
  readonly spans: readonly Span[];
  /** When the first of them all was raised, also of those that are too many for `spans`. */
  readonly since?: Date;
}

/** Where the desk's own history of resolved tickets is read. */
export interface EstimateSource {
  /**
   * @param since of when their resolution
   * @param most of the newest that are given
   */
  resolvedLike(likeness: Likeness, since: Date, most: number): Promise<PastTickets>;
}
