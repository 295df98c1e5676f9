import { stamp } from '../tickets/alarms/rung.ts';
import type { Ticket } from '../tickets/ticket.ts';

export const scores = [1, 2, 3, 4, 5] as const;
/** 1 is the worst. */
export type Score = (typeof scores)[number];

/** Which question somebody answers: a ticket has one for each time that it was resolved. */
export interface Question {
  readonly key: string;
  /** Of the resolution. */
  readonly stamp: string;
  /** Names an anonymous answer; known to the message with its buttons, and to nothing that knows the ticket. */
  readonly token?: string;
}

/** The question about the resolution that a ticket has now; undefined while it has none. */
export function questionOf({ key, resolvedAt }: Pick<Ticket, 'key' | 'resolvedAt'>): Question | undefined {
  return resolvedAt ? { key, stamp: stamp(resolvedAt) } : undefined;
}

/** By this a question is known in the store. */
export function questionId({ key, stamp }: Question): string {
  return `${key}:${stamp}`;
}

/** Whether the question is still the one to answer; once the ticket was reopened it is void. */
export function isStillAsked({ key, stamp }: Question, ticket: Pick<Ticket, 'key' | 'resolvedAt'>): boolean {
  const now = questionOf(ticket);
  return now?.key === key && now.stamp === stamp;
}

/** What a button that rates carries: `INC-42 4 mfk2x1`, and the token of an anonymous answer. */
export function ratingValue({ key, stamp, token }: Question, score: Score): string {
  return [key, score, stamp, ...(token ? [token] : [])].join(' ');
}

/** @returns undefined when no such button carries it */
export function readRating(value: string): { readonly question: Question; readonly score: Score } | undefined {
  const [key = '', given = '', ...rest] = value.split(' ');
  const score = scores.find((one) => String(one) === given);
  const question = readQuestion([key, ...rest].join(' '));
  return score && question ? { question, score } : undefined;
}

/** What a button or form about an answer carries: `INC-42 mfk2x1`, and the token of an anonymous one. */
export function questionValue({ key, stamp, token }: Question): string {
  return [key, stamp, ...(token ? [token] : [])].join(' ');
}

/** @returns undefined when no such button carries it */
export function readQuestion(value: string): Question | undefined {
  const [key, stamp, token] = value.split(' ');
  return key && stamp ? { key, stamp, ...(token ? { token } : {}) } : undefined;
}
