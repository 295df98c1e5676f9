import type { Ticket } from '../tickets/ticket.ts';
import {
  correctingMoves,
  isSaidByPeople,
  type TriagedField,
  type TriageGuess,
  triagedFields,
  wordOf,
} from '../tickets/ticket-triage.ts';
import type { TaughtName } from './first-sight.ts';
import type { Lesson } from './local-triage.ts';

/** What is read of a ticket that may teach. */
export type TeachingTicket = Pick<
  Ticket,
  | ('key' | 'description' | 'kind' | 'service' | 'team' | 'category' | 'impact' | 'urgency' | 'priority')
  | ('status' | 'confidential' | 'mergedInto' | 'resolvedAt' | 'history' | 'triage')
>;

/** What people said of a ticket, and when they had said it. */
export interface TicketLesson extends Lesson {
  readonly key: string;
  readonly at: Date;
  /** What a language model had said of it before. */
  readonly modelSaid: readonly TriageGuess[];
}

/**
 * What a ticket teaches: all that it is when it was resolved, and before that what people have corrected. Confidential,
 * cancelled and merged tickets teach nothing, and neither do those without words.
 */
export function lessonOf(ticket: TeachingTicket): TicketLesson | undefined {
  const { key, description, confidential, mergedInto, status, resolvedAt, history, triage } = ticket;
  if (confidential || mergedInto !== undefined || status === 'cancelled' || description.trim() === '') return undefined;
  const known = triagedFields.filter((field) => resolvedAt !== undefined || isSaidByPeople(ticket, field));
  const said = known.flatMap((field): [TaughtName, string][] => {
    const value = wordOf(ticket, field);
    return value === undefined ? [] : [[field, value]];
  });
  if (said.length === 0) return undefined;
  const corrected = history.findLast(({ by, move }) => by !== 'desk' && correctingMoves.includes(move));
  return {
    key,
    text: description,
    truth: Object.fromEntries([...said, ...(resolvedAt ? [['priority', ticket.priority] as const] : [])]),
    at: resolvedAt ?? corrected?.at ?? new Date(0),
    modelSaid: (triage?.guesses ?? []).filter(({ by }) => by === 'model'),
  };
}

/** Whether two lessons of the same ticket teach the same. */
export function isSameLesson(one: Lesson, other: Lesson): boolean {
  return one.text === other.text && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

const sorted = ({ truth }: Lesson) => Object.entries(truth).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** A guess whose truth is known by now. */
export interface Evidence {
  readonly field: TriagedField;
  readonly by: TriageGuess['by'];
  readonly confidence: number;
  readonly isRight: boolean;
  /** When the truth became known. */
  readonly at: Date;
}
