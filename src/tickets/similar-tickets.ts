/** A ticket of the past that was about the same matter, as it is noted on one like it. */
export interface SimilarTicket {
  readonly key: string;
  /** How it was solved, else what it was about; on one line, cut. */
  readonly what: string;
  /** 0 to 1. */
  readonly score: number;
}
