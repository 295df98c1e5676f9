import type { HistoryEntry, MoveName } from './history.ts';
import type { Priority, Ticket } from './ticket.ts';

/** Fields of a ticket that triage may fill in. */
export const triagedFields = ['kind', 'service', 'team', 'category', 'impact', 'urgency'] as const;
export type TriagedField = (typeof triagedFields)[number];

/** What triage said of one field, and what it did with it. What people made of it follows from the ticket's history. */
export interface TriageGuess {
  readonly field: TriagedField;
  /** As a word: levels are `1` to `3`. */
  readonly value: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** `rules` know words, `learnt` knows what people have corrected, `model` is a language model. */
  readonly by: 'rules' | 'learnt' | 'model';
  /** `set` by itself, `suggested` to the agents, or in `shadow`: only written down. */
  readonly how: 'set' | 'suggested' | 'shadow';
  /** Of impact and urgency: what the matrix would make of both. */
  readonly priority?: Priority;
  /** An agent's answer to a suggestion. */
  readonly answer?: 'yes';
}

/** What triage found out about a ticket. */
export interface TicketTriage {
  /** Which form spoke last. */
  readonly by: 'local' | 'openai';
  /** Why the local form spoke although there is a model. */
  readonly fellBack?: 'timeout' | 'error' | 'refusal' | 'malformed' | 'budget' | 'private';
  /** ISO 639-1. */
  readonly language: string;
  readonly guesses: readonly TriageGuess[];
  /** What the requester said themselves when it was opened. */
  readonly said?: readonly TriagedField[];
  /** What the requester was asked, the oldest first. */
  readonly asked: readonly AskedFact[];
}

/** What an agent would ask; the last one of {@link TicketTriage.asked} may be without an answer. */
export const askedFacts = ['service', 'affected', 'since', 'errorText', 'forWhom'] as const;
export type FactToAsk = (typeof askedFacts)[number];

export interface AskedFact {
  readonly fact: FactToAsk;
  readonly at: Date;
  /** A service's id, `other`, or one of {@link factAnswers}; absent while nobody has tapped. */
  readonly answer?: string;
}

/** Where the answers are few: a button each. */
export const factAnswers = {
  affected: ['me', 'team', 'everyone'],
  since: ['now', 'today', 'longer'],
} as const;

/** With these moves people say what a ticket really is. */
export const correctingMoves: readonly MoveName[] = ['edit', 'escalateTeam', 'prioritise', 'tell'];

/** Whether a person has said what this field is, so that nothing else may. */
export function isSaidByPeople({ history, triage }: Pick<Ticket, 'history' | 'triage'>, field: TriagedField): boolean {
  return triage?.said?.includes(field) || history.some((entry) => speaksOf(entry, field));
}

function speaksOf({ by, move, changes }: HistoryEntry, field: TriagedField): boolean {
  if (by === 'desk') return false;
  const isWeight = field === 'impact' || field === 'urgency';
  // Who edits has seen kind and service, and who weighs has seen impact and urgency, changed or not.
  if ((move === 'edit' && !isWeight) || (move === 'prioritise' && isWeight)) return true;
  return correctingMoves.includes(move) && changes.some((change) => change.field === field);
}

/** What a ticket has in a field, as a guess would say it. */
export function wordOf(ticket: Pick<Ticket, TriagedField>, field: TriagedField): string | undefined {
  const value = ticket[field];
  return value === undefined ? undefined : String(value);
}

/** Suggestions that wait for an agent's answer: the newest of each field that says something else than the ticket. */
export function openSuggestions(ticket: Ticket): readonly TriageGuess[] {
  const newest = new Map((ticket.triage?.guesses ?? []).map((guess) => [guess.field, guess]));
  return [...newest.values()].filter(
    ({ field, value, how, answer }) =>
      how === 'suggested' && !answer && value !== wordOf(ticket, field) && !isSaidByPeople(ticket, field),
  );
}

/** What people made of a guess; undefined while nobody has said or shown anything. */
export function madeOf(ticket: Ticket, { field, value, answer }: TriageGuess): 'right' | 'wrong' | undefined {
  if (answer) return wordOf(ticket, field) === value ? 'right' : 'wrong';
  if (!isSaidByPeople(ticket, field) && ticket.resolvedAt === undefined) return undefined;
  return wordOf(ticket, field) === value ? 'right' : 'wrong';
}

/** The question that nobody has answered so far. */
export function openQuestion({ triage }: Pick<Ticket, 'triage'>): AskedFact | undefined {
  const last = triage?.asked.at(-1);
  return last && last.answer === undefined ? last : undefined;
}
