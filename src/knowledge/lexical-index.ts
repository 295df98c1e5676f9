import { type AskedWord, askedWords } from './asked-words.ts';
import { Bm25 } from './bm25.ts';
import { commonSynonyms } from './common-synonyms.ts';
import { isLanguage, type Language, languageOf } from './languages.ts';
import { headingsOf, type Passage, passagesOf } from './passages.ts';
import { Synonyms } from './synonyms.ts';
import { type Reading, Vocabulary } from './vocabulary.ts';
import { folded, termsIn, wordsOf } from './words-of.ts';

/** What is indexed of an article. */
export interface IndexedArticle {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** Found by its words when left out. */
  readonly language?: Language;
}

export interface PassageHit extends Passage {
  /** Comparable within one search. */
  readonly score: number;
}

export interface ArticleHit {
  readonly article: IndexedArticle;
  readonly language: Language;
  /** Comparable within one search. */
  readonly score: number;
  /** The best first. */
  readonly passages: readonly PassageHit[];
}

export interface SearchResult {
  readonly words: readonly AskedWord[];
  /** The best first. */
  readonly articles: readonly ArticleHit[];
}

const fields = { title: 4, heading: 1.5, body: 1 } as const;
/** What the best passage counts beside the whole article. */
const passageShare = 0.6;

/** Finds articles and passages of them by their words. Made anew when articles change. */
export class LexicalIndex {
  readonly #articles: readonly { readonly article: IndexedArticle; readonly language: Language }[];
  readonly #whole = new Bm25();
  readonly #parts = new Bm25();
  /** By the number of a part. */
  readonly #passages: { readonly article: number; readonly passage: Passage }[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #synonyms: Synonyms;
  readonly #languages: readonly Language[];

  /** @param synonyms groups of words or phrases that mean the same, on top of the common ones */
  constructor(articles: readonly IndexedArticle[], synonyms: readonly (readonly string[])[] = []) {
    this.#articles = articles.map((article) => ({ article, language: article.language ?? languageIn(article) }));
    for (const [number, { article, language }] of this.#articles.entries()) this.#add(article, language, number);
    this.#languages = [...new Set(this.#articles.map(({ language }) => language))];
    this.#vocabulary = new Vocabulary(this.#whole.terms());
    this.#synonyms = new Synonyms([...commonSynonyms, ...synonyms], this.#languages);
  }

  /** @param most no more articles than so many */
  search(question: string, most = 10): SearchResult {
    const words = askedWords(question, {
      index: this.#whole,
      vocabulary: this.#vocabulary,
      synonyms: this.#synonyms,
      languages: this.#languages,
    });
    const whole = scoresOf(words, this.#whole);
    const passages = this.#byArticle(scoresOf(words, this.#parts));
    const articles = [...whole].map(([number, score]) => {
      const hits = passages.get(number) ?? [];
      const best = Math.max(0, ...hits.map((hit) => hit.score));
      return { number, score: score + passageShare * best, hits };
    });
    const ranked = articles.sort((one, other) => other.score - one.score || one.number - other.number).slice(0, most);
    return {
      words,
      articles: ranked.flatMap(({ number, score, hits }) => {
        const found = this.#articles[number];
        return found ? [{ ...found, score, passages: hits.sort((one, other) => other.score - one.score) }] : [];
      }),
    };
  }

  #add({ title, body }: IndexedArticle, language: Language, article: number): void {
    const terms = (text: string) => termsIn(text, language);
    const passages = passagesOf(body).map((passage) => ({ passage, terms: terms(passage.text) }));
    this.#whole.add([
      { terms: terms(title), weight: fields.title },
      { terms: headingsOf(body).flatMap(terms), weight: fields.heading },
      { terms: passages.flatMap((part) => part.terms), weight: fields.body },
    ]);
    for (const part of passages) {
      this.#passages.push({ article, passage: part.passage });
      this.#parts.add([
        { terms: part.passage.headings.flatMap(terms), weight: fields.heading },
        { terms: part.terms, weight: fields.body },
      ]);
    }
  }

  #byArticle(scores: ReadonlyMap<number, number>): ReadonlyMap<number, PassageHit[]> {
    const byArticle = new Map<number, PassageHit[]>();
    for (const [part, score] of scores) {
      const found = this.#passages[part];
      if (!found) continue;
      const hit = { ...found.passage, score };
      const known = byArticle.get(found.article);
      if (known) known.push(hit);
      else byArticle.set(found.article, [hit]);
    }
    return byArticle;
  }
}

function languageIn({ title, body }: IndexedArticle): Language {
  return languageOf(wordsOf(`${title}\n${body}`).map(({ text }) => folded(text)));
}

/** What a language is called in a file: `de`, `de-AT`, `DE`. */
export function readLanguage(text: string): Language | undefined {
  const short = text.trim().toLowerCase().split(/[-_]/)[0];
  return isLanguage(short) ? short : undefined;
}

function scoresOf(words: readonly AskedWord[], index: Bm25): ReadonlyMap<number, number> {
  const total = new Map<number, number>();
  for (const { readings } of words)
    for (const [document, score] of bestScores(readings, index))
      total.set(document, (total.get(document) ?? 0) + score);
  return total;
}

/** A word counts once, by that of its readings which fits a document best. */
function bestScores(readings: readonly Reading[], index: Bm25): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const { terms, weight } of readings)
    for (const [document, score] of scoresOfAll(terms, index))
      if (score * weight > (best.get(document) ?? 0)) best.set(document, score * weight);
  return best;
}

/** Of documents that have all of the terms, what the weakest of them counts. */
function scoresOfAll(terms: readonly string[], index: Bm25): ReadonlyMap<number, number> {
  const [first, ...others] = terms.map((term) => index.scores(term));
  const scores = new Map(first);
  for (const other of others)
    for (const [document, score] of scores) {
      const also = other.get(document);
      if (also === undefined) scores.delete(document);
      else if (also < score) scores.set(document, also);
    }
  return scores;
}
