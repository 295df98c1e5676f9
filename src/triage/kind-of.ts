import type { TicketKind } from '../tickets/ticket.ts';
import type { Guess, IssueKind } from './assistant.ts';
import { anyPhrase, plainly } from './plain-words.ts';
import { forEachLanguage } from './vocabulary/for-each-language.ts';
import { type KnownLanguage, knownLanguages, vocabularies } from './vocabulary/vocabularies.ts';

const kinds = ['change', 'problem', 'incident', 'request', 'question'] as const satisfies readonly IssueKind[];
/** How much a phrase of each kind says: few words speak of a change, many of trouble. */
const weights: Readonly<Record<IssueKind, number>> = {
  change: 3,
  problem: 2,
  incident: 1.5,
  request: 1,
  question: 1.2,
};

/** Which kind of issue it is, by the everyday words of these languages; every kind of which there is a trace. */
export function kindIn(
  text: string,
  languages: readonly KnownLanguage[] = knownLanguages,
): { readonly kind: Guess<IssueKind>; readonly traces: readonly IssueKind[] } {
  const plain = plainly(text);
  const scores = kinds.map((kind) => {
    const found = Math.max(...languages.map((language) => countOf(plain, kind, language)));
    const isAsked = kind === 'question' && plain.includes('?');
    return { kind, score: weights[kind] * (Math.min(2, found) + (isAsked ? 0.7 : 0)) };
  });
  const [best, second] = scores.toSorted((a, b) => b.score - a.score);
  const traces = scores.filter(({ score }) => score > 0).map(({ kind }) => kind);
  if (!best || best.score === 0) return { kind: { value: 'incident', confidence: 0.45, by: 'rules' }, traces };
  const lead = (best.score - (second?.score ?? 0)) / best.score;
  return { kind: { value: best.kind, confidence: 0.5 + 0.4 * lead, by: 'rules' }, traces };
}

/**
 * Which kind of ticket it becomes: people open incidents and requests. A question that speaks of trouble is trouble; one that
 * does not wants something.
 */
export function ticketKindFrom(
  { value, confidence }: Guess<IssueKind>,
  traces: readonly IssueKind[],
): Guess<TicketKind> {
  const isTrouble = traces.includes('incident') || traces.includes('problem');
  const isWish = value === 'request' || (!isTrouble && (value === 'question' || value === 'change'));
  if (isWish) return { value: 'request', confidence: Math.max(0.8, confidence), by: 'rules' };
  return { value: 'incident', confidence, by: 'rules' };
}

const patternsOf = forEachLanguage(
  (language) => new Map(kinds.map((kind) => [kind, anyPhrase(vocabularies[language].kinds[kind])])),
);

function countOf(plain: string, kind: (typeof kinds)[number], language: KnownLanguage): number {
  const pattern = patternsOf(language).get(kind);
  return pattern ? (plain.match(pattern)?.length ?? 0) : 0;
}
