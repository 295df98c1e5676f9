import type { AskedWord } from './asked-words.ts';

/** How soon more of the same word stops to count, and how much the length of a text counts: the usual values. */
const k1 = 1.2;
const b = 0.6;

interface Postings {
  readonly documents: number[];
  readonly frequencies: number[];
}

/** Among one or two documents no word is rare; they are weighed as if they were among these many. */
const fewDocuments = 10;

/** A name says more of what a question is about than other words do. */
const nameShare = 1.3;

/** A part of a document with its weight: a word in a title counts for more than one in the body. */
export interface WeightedTerms {
  readonly terms: readonly string[];
  readonly weight: number;
}

/**
 * Okapi BM25 over documents with weighted fields, whose frequencies and lengths are added up before they are scored
 * (Robertson, Zaragoza and Taylor, 2004: "Simple BM25 extension to multiple weighted fields").
 */
export class Bm25 {
  readonly #postings = new Map<string, Postings>();
  readonly #lengths: number[] = [];
  #total = 0;

  /** @returns the number of the document; the first is 0 */
  add(fields: readonly WeightedTerms[]): number {
    const document = this.#lengths.length;
    const frequencies = new Map<string, number>();
    let length = 0;
    for (const { terms, weight } of fields) {
      length += terms.length * weight;
      for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
    }
    for (const [term, frequency] of frequencies) {
      const postings = this.#postings.get(term) ?? { documents: [], frequencies: [] };
      postings.documents.push(document);
      postings.frequencies.push(frequency);
      this.#postings.set(term, postings);
    }
    this.#lengths.push(length);
    this.#total += length;
    return document;
  }

  get size(): number {
    return this.#lengths.length;
  }

  terms(): Iterable<string> {
    return this.#postings.keys();
  }

  has(term: string): boolean {
    return this.#postings.has(term);
  }

  /** How rare a term is, above 0; the most for one that is nowhere. */
  rarity(term: string): number {
    const count = this.#postings.get(term)?.documents.length ?? 0;
    return Math.log(1 + (Math.max(this.size, fewDocuments) - count + 0.5) / (count + 0.5));
  }

  /**
   * Adds to the score of each document what a word counts there: once, by that of its readings which fits best.
   * @param scores by the number of the document
   */
  addScores({ readings, rarity, isName }: AskedWord, scores: Float64Array): void {
    const best = new Float64Array(this.size);
    const found: number[] = [];
    for (const { terms, weight } of readings)
      this.#each(terms, rarity, (document, score) => {
        if (best[document] === 0) found.push(document);
        best[document] = Math.max(best[document] ?? 0, score * weight);
      });
    for (const document of found)
      scores[document] = (scores[document] ?? 0) + (isName ? nameShare : 1) * (best[document] ?? 0);
  }

  /**
   * Documents that have all of the terms, and what the weakest of them counts there.
   * @param most a rare synonym counts for no more than the word itself
   */
  #each(terms: readonly string[], most: number, take: Take): void {
    const [first = '', ...others] = terms;
    if (others.length === 0) {
      this.#eachWith(first, most, take);
      return;
    }
    const scores = this.#scores(first, most);
    for (const also of others.map((term) => this.#scores(term, most)))
      for (const [document, score] of scores) {
        const more = also.get(document);
        if (more === undefined) scores.delete(document);
        else scores.set(document, Math.min(score, more));
      }
    for (const [document, score] of scores) take(document, score);
  }

  #scores(term: string, most: number): Map<number, number> {
    const scores = new Map<number, number>();
    this.#eachWith(term, most, (document, score) => scores.set(document, score));
    return scores;
  }

  #eachWith(term: string, most: number, take: Take): void {
    const postings = this.#postings.get(term);
    if (!postings) return;
    const rarity = Math.min(most, this.rarity(term));
    const average = this.#total / Math.max(1, this.size);
    for (const [at, document] of postings.documents.entries()) {
      const frequency = postings.frequencies[at] ?? 0;
      const norm = 1 - b + (b * (this.#lengths[document] ?? 0)) / average;
      take(document, (rarity * frequency * (k1 + 1)) / (frequency + k1 * norm));
    }
  }
}

type Take = (document: number, score: number) => void;
