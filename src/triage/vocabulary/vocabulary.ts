import type { Act, Fact, IssueKind } from '../assistant.ts';

/**
 * The everyday words of a language, in lower case. Each entry is a phrase of whole words, as a piece of a regular
 * expression; a space is any white space, and every number is `0`.
 */
export interface Vocabulary {
  /** What gives an act away. */
  readonly acts: Readonly<Record<Exclude<Act, 'issue'>, readonly string[]>>;
  /** Words that add nothing: a message of these and of a greeting is still a greeting. */
  readonly fillers: string;
  /** What gives it away only in a message that says nothing else. */
  readonly alone?: Readonly<Partial<Record<Act, readonly string[]>>>;
  /** What desks are asked about: who names one of these has something to do with it. */
  readonly things: string;
  readonly kinds: Readonly<Record<IssueKind, readonly string[]>>;
  /** Phrases that already tell what an agent would ask. */
  readonly facts: Readonly<Record<Exclude<Fact, 'what' | 'service'>, readonly string[]>>;
}
