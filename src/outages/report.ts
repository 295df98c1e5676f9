import type { Place } from '../chat/refs.ts';

/** One person's (or bot's) words about trouble, as far as others are compared with it. */
export interface Report {
  /** The ticket's key; `bot:<message>` for an alert, which is no ticket. */
  readonly id: string;
  readonly person: string;
  readonly isBot: boolean;
  /** Whether it counts towards an outage; a wish or a question only comes back. */
  readonly isTrouble: boolean;
  readonly at: Date;
  readonly team: string;
  readonly service?: string;
  readonly title: string;
  /** The weighed terms of its words; the words themselves stay in the ticket. */
  readonly terms: readonly (readonly [term: string, weight: number, written: string])[];
  /** What it is about, the same for the same matter: see `matterOf`. */
  readonly matter: string;
  /** The conversation it was said in; absent for direct ones. */
  readonly place?: Place;
  /** Where an alert can be read. */
  readonly url?: string;
}
