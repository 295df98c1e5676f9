import type { Likeness, ResolutionCode } from '../tickets/ticket.ts';
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
  resolvedLike(question: PastQuestion): Promise<PastTickets>;
}

/** Of which tickets one wants to know. */
export interface PastQuestion {
  readonly like: Likeness;
  readonly isConfidentialToo: boolean;
  /** Resolved as one of these. */
  readonly codes: readonly ResolutionCode[];
  /** Resolved then or later. */
  readonly since: Date;
  /** So many of the newest. */
  readonly most: number;
}
