/** What a solved ticket is found by. */
export interface SolvedText {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly resolvedAt: Date;
}

/** Where solved tickets come from. Those that are confidential, or were solved by nothing anybody did, are not among them. */
export interface SolvedSource {
  /** The newest first, in batches. */
  newest(most: number, batchSize: number): AsyncIterable<readonly SolvedText[]>;
  /** Those that were resolved since then, the oldest first. */
  since(at: Date, most: number): Promise<readonly SolvedText[]>;
}
