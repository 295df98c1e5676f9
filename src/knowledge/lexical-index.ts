import { type AskedWord, askedWords } from './asked-words.ts';
import { Bm25 } from './bm25.ts';
import { commonSynonyms } from './common-synonyms.ts';
import { type Language, languageOf } from './languages.ts';
import { headingsOf, type Passage, passagesOf } from './passages.ts';
import { Synonyms } from './synonyms.ts';
import { Vocabulary } from './vocabulary.ts';
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
/** The same for a passage, of which its own heading says most. */
const passageFields = { title: 1, heading: 2.5, body: 1 } as const;
/** What the best passage counts beside the whole article. */
const passageShare = 0.6;

interface Entry {
  readonly article: IndexedArticle;
  readonly language: Language;
  readonly passages: readonly Passage[];
  /** The numbers of its passages among all. */
  readonly parts: readonly number[];
}

/** Finds articles and passages of them by their words. Made anew when articles change. */
export class LexicalIndex {
  readonly #articles: readonly Entry[];
  readonly #whole = new Bm25();
  readonly #parts = new Bm25();
  readonly #vocabulary: Vocabulary;
  readonly #synonyms: Synonyms;
  readonly #languages: readonly Language[];

  /** @param synonyms groups of words or phrases that mean the same, on top of the common ones */
  constructor(articles: readonly IndexedArticle[], synonyms: readonly (readonly string[])[] = []) {
    this.#articles = articles.map((article) => this.#add(article));
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
    const parts = scoresOf(words, this.#parts);
    const ranked = Array.from(this.#articles, ({ parts: own }, number) => {
      const best = own.reduce((most, part) => Math.max(most, parts[part] ?? 0), 0);
      return { number, score: (whole[number] ?? 0) + passageShare * best };
    })
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score || one.number - other.number);
    const articles = ranked.slice(0, most).flatMap(({ number, score }) => {
      const found = this.#articles[number];
      return found ? [{ article: found.article, language: found.language, score, passages: hitsIn(found, parts) }] : [];
    });
    return { words, articles };
  }

  #add(article: IndexedArticle): Entry {
    const { title, body } = article;
    const language = article.language ?? languageIn(article);
    const terms = (text: string) => termsIn(text, language);
    const passages = passagesOf(body).map((passage) => ({ passage, terms: terms(passage.text) }));
    this.#whole.add([
      { terms: terms(title), weight: fields.title },
      { terms: headingsOf(body).flatMap(terms), weight: fields.heading },
      { terms: passages.flatMap((part) => part.terms), weight: fields.body },
    ]);
    const parts = passages.map((part) =>
      this.#parts.add([
        { terms: terms(title), weight: passageFields.title },
        { terms: part.passage.headings.flatMap(terms), weight: passageFields.heading },
        { terms: part.terms, weight: passageFields.body },
      ]),
    );
    return { article, language, passages: passages.map(({ passage }) => passage), parts };
  }
}

/** The best first. */
function hitsIn({ passages, parts }: Entry, scores: Float64Array): readonly PassageHit[] {
  return passages
    .map((passage, at) => ({ ...passage, score: scores[parts[at] ?? -1] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
}

function languageIn({ title, body }: IndexedArticle): Language {
  return languageOf(wordsOf(`${title}\n${body}`).map(({ text }) => folded(text)));
}

function scoresOf(words: readonly AskedWord[], index: Bm25): Float64Array {
  const scores = new Float64Array(index.size);
  for (const word of words) index.addScores(word, scores);
  return scores;
}
