import type { Priority } from '../tickets/ticket.ts';
import type { Score } from './question.ts';

/**
 * A question that was asked, and the answer when there is one. An anonymous one names neither ticket nor people, and its
 * instants are the beginnings of days. The database's document has the same shape.
 */
export interface Survey {
  /** The question's id; of an anonymous one random. */
  readonly id: string;
  readonly ticket?: string;
  readonly team: string;
  readonly service?: string;
  readonly priority: Priority;
  readonly assignee?: string;
  readonly score?: Score;
  /** At most {@link longestComment} characters. */
  readonly comment?: string;
  readonly askedAt: Date;
  /** Of the first answer; a changed score leaves it as it is. */
  readonly answeredAt?: Date;
  /** `YYYY-MM-DD` in the desk's zone: of the first answer, until then of the question. */
  readonly day: string;
  /** By which its author finds an anonymous answer again. */
  readonly token?: string;
  /** What is still to be told of it. */
  readonly owes?: Telling;
  /** Whether an anonymous low score was told to the leads. */
  readonly isTold?: boolean;
  /** Goes up with every change; a write names the one it was made from. */
  readonly version: number;
}

/** Somebody has to hear of an answer. */
export interface Telling {
  /** Unique: the same telling is said once. */
  readonly id: string;
  /** Not before. */
  readonly at: Date;
  /** Who hears of an anonymous low score; ids of people. */
  readonly to: readonly string[];
  /** It was begun, and may have arrived. */
  readonly isUnderWay?: boolean;
}

export const longestComment = 1000;
/** For so long after the first answer a score can be changed and a comment added. */
export const changeableDays = 7;
