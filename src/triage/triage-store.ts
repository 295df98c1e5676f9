import type { TeachingTicket } from './lessons.ts';
import type { Licence } from './licence.ts';

/** What triage learns from, and what it may do. Several processes may share it. */
export interface TriageStore {
  /** Tickets that people have resolved or corrected, at most so many of the newest. */
  judged(limit: number): Promise<readonly TeachingTicket[]>;
  /** Those of them that were opened or resolved since a day (`YYYY-MM-DD`). */
  judgedSince(day: string): Promise<readonly TeachingTicket[]>;
  licences(): Promise<readonly Licence[]>;
  /**
   * Writes a licence in place of the version before.
   * @param isToBeTold whether the admins still have to hear of it
   * @returns false when somebody was quicker
   */
  writeLicence(licence: Licence, isToBeTold: boolean): Promise<boolean>;
  /** A licence whose news nobody is telling: the right to tell it until then. */
  claimNews(now: Date, until: Date): Promise<News | undefined>;
  /** The admins have heard of it. */
  settleNews(news: News): Promise<void>;
}

export interface News extends Licence {
  /** Whoever had the right to tell before may have told. */
  readonly mayHaveArrived: boolean;
}
