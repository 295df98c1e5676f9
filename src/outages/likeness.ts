import { isOneEditApart } from '../knowledge/one-edit.ts';
import type { Gist } from './gist.ts';

/** What agents have dismissed: words that do not make an outage. */
export interface Lesson {
  readonly terms: readonly string[];
  readonly at: Date;
  /** How often. */
  readonly times: number;
}

/** After so long a lesson weighs half. */
const halfLifeMs = 30 * 86_400_000;
/** What one lesson leaves of a likeness. */
const leftByOne = 0.4;
/** From so much of what two reports share on, a lesson is about them. */
const coveredByLesson = 0.6;

/**
 * How alike two reports are, 0 to 1: half the cosine of their terms, half how much of the shorter one is in the longer,
 * for people write three words or thirty about one outage.
 */
export function likeness(one: Gist, other: Gist): number {
  if (one.service && other.service && one.service !== other.service) return 0;
  const [from, to] = one.terms.size <= other.terms.size ? [one, other] : [other, one];
  const shared = sharedTerms(from, to);
  // That something is wrong is common to all reports.
  if (!shared.some(({ term }) => term !== 'fault')) return 0;
  const dot = shared.reduce((sum, { weight }) => sum + weight, 0);
  const [a, b] = [squares(one, other), squares(other, one)];
  return Math.min(1, (dot / Math.sqrt(a * b) + dot / Math.min(a, b)) / 2);
}

/** What two reports have in common, with what it weighs. */
export function sharedTerms(one: Gist, other: Gist): readonly { readonly term: string; readonly weight: number }[] {
  return [...one.terms].flatMap(([term, weight]) => {
    const match = other.terms.has(term) ? term : typoOf(term, other);
    return match === undefined ? [] : [{ term, weight: weight * (other.terms.get(match) ?? 0) }];
  });
}

/** What of a likeness is left after what agents have dismissed. */
export function afterLessons(alike: number, one: Gist, other: Gist, lessons: readonly Lesson[], now: Date): number {
  const shared = sharedTerms(one, other);
  const total = shared.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return alike;
  let left = 1;
  for (const { terms, at, times } of lessons) {
    const covered = shared.reduce((sum, { term, weight }) => (terms.includes(term) ? sum + weight : sum), 0) / total;
    if (covered < coveredByLesson) continue;
    const freshness = 0.5 ** (Math.max(0, now.getTime() - at.getTime()) / halfLifeMs);
    left *= 1 - (1 - leftByOne ** times) * freshness;
  }
  return alike * left;
}

/** The words that most of several reports share, the weightiest first: what an outage is called. */
export function commonTerms(gists: readonly Gist[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { terms } of gists)
    for (const [term, weight] of terms) if (term !== 'fault') counts.set(term, (counts.get(term) ?? 0) + weight);
  const holders = (term: string) => gists.filter(({ terms }) => terms.has(term)).length;
  return [...counts]
    .filter(([term]) => holders(term) * 2 > gists.length)
    .sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1))
    .map(([term]) => term);
}

function typoOf(term: string, { terms }: Gist): string | undefined {
  for (const other of terms.keys()) if (isNearly(term, other)) return other;
  return undefined;
}

/** Whether two terms that are written differently mean the same word. */
export function isNearly(one: string, other: string): boolean {
  if (isThing(one) || isThing(other) || one === 'fault' || other === 'fault') return false;
  return isOneEditApart(one, other) || isPartOf(one, other);
}

/** The stems of two languages differ in their ends (*terminal*, *termin*), and compounds in their beginnings (*webshop*). */
function isPartOf(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < shortestPart || short.length < long.length / 2) return false;
  return long.endsWith(short) || (short.length > shortestPart && long.startsWith(short));
}

const shortestPart = 4;

/** People tell of one matter what is around them: what the other one does not say, unless it is another thing, weighs less. */
const unsharedShare = 0.6;

function squares({ terms }: Gist, other: Gist): number {
  let sum = 0;
  for (const [term, weight] of terms) {
    const isSaidByBoth = other.terms.has(term) || typoOf(term, other) !== undefined;
    sum += (isSaidByBoth || isThing(term) ? weight : unsharedShare * weight) ** 2;
  }
  return sum || 1;
}

function isThing(term: string): boolean {
  return /^[@~]/u.test(term);
}
