import { type Language, languageOf } from './languages.ts';
import { Neighbours } from './neighbours.ts';
import { folded, termsIn, wordsOf } from './words-of.ts';

/** A text of a ticket. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface SimilarReport {
  readonly id: string;
  /** 0 to 1: 1 is the same text, from `sameMatter` on it looks like the same matter. */
  readonly score: number;
}

/** docs/knowledge.md tells where the number comes from. */
export const sameMatter = 0.5;

/** The raw likeness that becomes `sameMatter`. */
const likenessOfSameMatter = 0.34;
/** What words count; the rest is for pieces of words, which typos and endings leave mostly whole. */
const wordShare = 0.6;
const titleWeight = 2;
/** Letters in a piece of a word. */
const pieceLength = 4;
/** A longer text is a log or a mail that was pasted in. */
const longestText = 4_000;

/** Finds reports like another by their words and pieces of words, whatever their language. */
export class SimilarReports {
  readonly #reports: readonly Report[];
  readonly #words: Neighbours;
  readonly #pieces: Neighbours;

  constructor(reports: readonly Report[]) {
    this.#reports = reports;
    const read = reports.map(featuresOf);
    this.#words = new Neighbours(read.map(({ words }) => words));
    this.#pieces = new Neighbours(read.map(({ pieces }) => pieces));
  }

  /** Those most like a report, the most first; never the report itself. */
  like(report: Report, most = 10): readonly SimilarReport[] {
    const { words, pieces } = featuresOf(report);
    const byPieces = this.#pieces.of(pieces);
    const byWords = this.#words.of(words);
    const found: (SimilarReport & { readonly at: number })[] = [];
    for (const [at, likeness] of byPieces) {
      const other = this.#reports[at];
      if (!other || isSame(other, report)) continue;
      const raw = wordShare * (byWords.get(at) ?? 0) + (1 - wordShare) * likeness;
      found.push({ id: other.id, score: calibrated(raw), at });
    }
    return found
      .sort((one, other) => other.score - one.score || one.at - other.at)
      .slice(0, most)
      .map(({ id, score }) => ({ id, score }));
  }
}

/** Leaves 0 and 1 where they are and puts the likeness of the same matter in the middle. */
function calibrated(likeness: number): number {
  const bounded = Math.min(1, Math.max(0, likeness));
  return bounded ** (Math.log(sameMatter) / Math.log(likenessOfSameMatter));
}

function isSame(one: Report, other: Report): boolean {
  return one.id === other.id && one.title === other.title && one.text === other.text;
}

interface Features {
  readonly words: ReadonlyMap<string, number>;
  readonly pieces: ReadonlyMap<string, number>;
}

function featuresOf({ title, text }: Report): Features {
  const cut = text.slice(0, longestText);
  const language = languageOf(wordsOf(`${title} ${cut}`).map((word) => folded(word.text)));
  const words = new Map<string, number>();
  const pieces = new Map<string, number>();
  for (const [part, weight] of [
    [title, titleWeight],
    [cut, 1],
  ] as const) {
    for (const term of termsIn(part, language)) count(words, term, weight);
    for (const piece of piecesIn(part, language)) count(pieces, piece, weight);
  }
  // A text of function words alone is still like another with the same.
  if (words.size === 0) for (const word of wordsOf(`${title} ${cut}`)) count(words, folded(word.text), 1);
  return { words, pieces: pieces.size > 0 ? pieces : words };
}

function* piecesIn(text: string, language: Language): Generator<string> {
  for (const word of wordsOf(text)) {
    if (termsIn(word.text, language).length === 0) continue;
    const letters = [...`‹${folded(word.text)}›`];
    for (let at = 0; at <= Math.max(0, letters.length - pieceLength); at += 1)
      yield letters.slice(at, at + pieceLength).join('');
  }
}

function count(counts: Map<string, number>, key: string, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}
