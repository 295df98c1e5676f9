import type { Likeness } from '../tickets/ticket.ts';
import type { PastTickets } from './estimate-of.ts';

/** Where the desk's own history of resolved tickets is read. */
export interface EstimateSource {
  /**
   * @param since of when their resolution
   * @param most of the newest that are given
   */
  resolvedLike(likeness: Likeness, since: Date, most: number): Promise<PastTickets>;
}
