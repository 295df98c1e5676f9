import { isOneEditApart } from './one-edit.ts';

/** What a word may also be found by: all of these terms together, for a part of what the word itself would count. */
export interface Reading {
  readonly terms: readonly string[];
  /** Above 0, and 1 for the word itself. */
  readonly weight: number;
}

const weights = { typo: 0.8, parts: 0.8, begins: 0.35, ends: 0.5 } as const;

/** A part of a compound or the begin of a word has at least so many letters. */
const shortestPart = 4;
const shortestEnd = 5;
/** Netzwerk is before Drucker; `ad` before `dress` is no word. */
const shortestRest = 3;
const mostReadings = 12;
/** Longer ones are nobody's words. */
const longestTerm = 60;

/** The terms of an index, in which neighbours of a term are looked up. */
export class Vocabulary {
  readonly #terms: ReadonlySet<string>;
  readonly #sorted: readonly string[];
  readonly #backwards: readonly string[];
  readonly #byLength = new Map<number, string[]>();

  constructor(terms: Iterable<string>) {
    this.#sorted = [...terms].sort();
    this.#terms = new Set(this.#sorted);
    this.#backwards = this.#sorted.map(reversed).sort();
    for (const term of this.#sorted) {
      const same = this.#byLength.get(term.length);
      if (same) same.push(term);
      else this.#byLength.set(term.length, [term]);
    }
  }

  /** Other readings of a term: longer words that begin or end with it, the words that it is made of, and what it was meant to be. */
  readingsOf(term: string): readonly Reading[] {
    if (term.length > longestTerm) return [];
    const longer = [
      ...(term.length >= shortestPart ? beginningWith(term, this.#sorted, weights.begins) : []),
      ...(term.length >= shortestEnd ? this.#endingWith(term) : []),
    ].slice(0, mostReadings);
    if (this.#terms.has(term)) return longer;
    return [...longer, ...this.#partsOf(term), ...this.#typosOf(term)];
  }

  #endingWith(term: string): readonly Reading[] {
    const longer = beginningWith(reversed(term), this.#backwards, weights.ends);
    return longer
      .map(({ terms, weight }) => ({ terms: terms.map(reversed), weight }))
      .filter(({ terms }) => terms.every((other) => other.length - term.length >= shortestRest));
  }

  /** Druckertreiber is Drucker and Treiber, Wartungsfenster is Wartung and Fenster. */
  #partsOf(term: string): readonly Reading[] {
    const readings: Reading[] = [];
    for (let at = shortestPart; at <= term.length - shortestPart; at += 1) {
      const [head, tail] = [term.slice(0, at), term.slice(at)];
      const known = [head, head.replace(/(?:e[mnrs]?|ern|[ns])$/, '')].find((part) => this.#terms.has(part));
      if (known && known.length >= shortestPart - 1 && this.#terms.has(tail))
        readings.push({ terms: [known, tail], weight: weights.parts });
    }
    return readings;
  }

  #typosOf(term: string): readonly Reading[] {
    const near = [-1, 0, 1].flatMap((by) => this.#byLength.get(term.length + by) ?? []);
    return near
      .filter((other) => isOneEditApart(term, other))
      .slice(0, mostReadings)
      .map((other) => ({ terms: [other], weight: weights.typo }));
  }
}

function beginningWith(term: string, sorted: readonly string[], weight: number): readonly Reading[] {
  const readings: Reading[] = [];
  for (let at = firstFrom(term, sorted); at < sorted.length && readings.length < mostReadings; at += 1) {
    const other = sorted[at] ?? '';
    if (!other.startsWith(term)) break;
    if (other !== term) readings.push({ terms: [other], weight });
  }
  return readings;
}

function firstFrom(term: string, sorted: readonly string[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

function reversed(term: string): string {
  return [...term].reverse().join('');
}
