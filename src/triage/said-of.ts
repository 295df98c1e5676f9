import type { DeskConfig } from '../config/desk-config.ts';
import { priorityOf } from '../tickets/priority.ts';
import type { TicketKind } from '../tickets/ticket.ts';
import { type TriagedField, type TriageGuess, triagedFields } from '../tickets/ticket-triage.ts';
import type { Guess, IssueKind, TriageResult } from './assistant.ts';
import type { Licence } from './licence.ts';
import type { Judgement } from './local-triage.ts';

/** A guess before it is decided what is done with it. */
type Said = Omit<TriageGuess, 'how' | 'priority'>;

export interface Deciding {
  readonly config: DeskConfig;
  readonly licence: (field: TriagedField, by: TriageGuess['by']) => Pick<Licence, 'state'>;
}

/** What a kind of issue becomes as a ticket: people open incidents and requests, agents make problems and changes of them. */
export function ticketKindOf(kind: IssueKind): TicketKind {
  return kind === 'request' || kind === 'question' || kind === 'change' ? 'request' : 'incident';
}

/** Everything that rules and what was learnt say of a message, decided on as if it were all only written down. */
export function guessesOf(judgement: Judgement): readonly TriageGuess[] {
  return triagedFields.flatMap((field) =>
    saidOf(field, judgement).map((said) => ({ ...said, how: 'shadow' as const })),
  );
}

/**
 * What is done with what was said of a new message. Of each field the surer form comes first; where it may not set the
 * field, the rules of the first day may.
 */
export function decided(judgement: Judgement, deciding: Deciding): readonly TriageGuess[] {
  const all = triagedFields.flatMap((field) => {
    const [first, ...others] = saidOf(field, judgement).flatMap((said) => howOf(said, deciding));
    if (!first || first.how === 'set') return first ? [first] : [];
    return [...others.filter(({ how }) => how === 'set'), first];
  });
  return weighed(
    all.filter((guess) => guess.field !== 'team' || saysMore(guess, all)),
    deciding,
  );
}

/** A service brings its team; a team says more than that only where it is sure and the service is not. */
function saysMore(team: TriageGuess, all: readonly TriageGuess[]): boolean {
  const services = all.filter(({ field }) => field === 'service');
  return services.length === 0 || (team.how === 'set' && services.every(({ how }) => how !== 'set'));
}

/** What is done with what a language model said. */
export function decidedOfModel(result: TriageResult, deciding: Deciding): readonly TriageGuess[] {
  const all = triagedFields.flatMap((field) => {
    const said = asWord(field, result);
    return said?.by === 'model' ? howOf(said, deciding) : [];
  });
  return weighed(
    all.filter((guess) => guess.field !== 'team' || saysMore(guess, all)),
    deciding,
  );
}

/** The surer one first: what triage says, then what the rules say where that is something else. */
function saidOf(field: TriagedField, { result, rules, ticketKind }: Judgement): readonly Said[] {
  const rule = field === 'kind' ? { field, ...ticketKind } : asWord(field, rules);
  const said = asWord(field, result);
  const first = said?.by === 'rules' && field === 'kind' ? rule : said;
  // The rules know a team by its service only, and that is looked up.
  const all = [first, ...(first?.by === 'rules' ? [] : [rule])].filter((one) => one !== undefined);
  return field === 'team' ? all.filter(({ by }) => by !== 'rules') : all;
}

function asWord(field: TriagedField, result: Partial<TriageResult>): Said | undefined {
  const guess: Guess<unknown> | undefined = result[field];
  if (!guess) return undefined;
  const { confidence, by } = guess;
  const value = field === 'kind' && result.kind ? ticketKindOf(result.kind.value) : String(guess.value);
  return { field, value, confidence, by };
}

function howOf(said: Said, { config, licence }: Deciding): readonly TriageGuess[] {
  const { mode, confidence, suggestFrom } = config.assistant.triage;
  const { field, by } = said;
  const isSure = said.confidence >= confidence[field];
  const { state } = licence(field, by);
  const isShadow = state === 'silent' || (mode === 'shadow' && by !== 'rules');
  if (mode === 'off' && by !== 'rules') return [];
  if (isShadow) return isSure ? [{ ...said, how: 'shadow' }] : [];
  if (isSure && (state === 'acting' || config.assistant.triage.licence.judged === 0)) return [{ ...said, how: 'set' }];
  return mode === 'on' && said.confidence >= suggestFrom ? [{ ...said, how: 'suggested' }] : [];
}

/** What is set stays as sure as it was said; to the rest is added what the matrix would make of both weights. */
function weighed(guesses: readonly TriageGuess[], { config }: Deciding): readonly TriageGuess[] {
  const levelOf = (field: TriagedField, usual: 2 | 3) => {
    const value = guesses.findLast((guess) => guess.field === field)?.value;
    return value === '1' ? 1 : value === '2' ? 2 : value === '3' ? 3 : usual;
  };
  const priority = priorityOf(config.priorities.matrix, levelOf('impact', 3), levelOf('urgency', 2));
  return guesses.map((guess) =>
    guess.field === 'impact' || guess.field === 'urgency' ? { ...guess, priority } : guess,
  );
}
