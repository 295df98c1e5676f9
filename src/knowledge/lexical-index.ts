import { type AskedWord, askedWords, type QuestionReader } from './asked-words.ts';
import { Bm25 } from './bm25.ts';
import { commonSynonyms } from './common-synonyms.ts';
import type { Language } from './languages.ts';
import type { Passage } from './passages.ts';
import { type IndexedArticle, type PreparedArticle, preparedArticle } from './prepared-article.ts';
import { Synonyms } from './synonyms.ts';
import { Vocabulary } from './vocabulary.ts';

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
  readonly #articles: Entry[] = [];
  readonly #whole = new Bm25();
  readonly #parts = new Bm25();
  readonly #synonyms: readonly (readonly string[])[];
  /** Made from all articles when the first question comes. */
  #reader: QuestionReader | undefined;

  /** @param synonyms groups of words or phrases that mean the same, on top of the common ones */
  constructor(
    articles: readonly (IndexedArticle | PreparedArticle)[] = [],
    synonyms: readonly (readonly string[])[] = [],
  ) {
    this.#synonyms = [...commonSynonyms, ...synonyms];
    for (const one of articles) this.add('passages' in one ? one : preparedArticle(one));
  }

  /**
   * @param most no more articles than so many
   * @param mayFind which articles whoever asks may read
   */
  search(question: string, most = 10, mayFind: (article: IndexedArticle) => boolean = () => true): SearchResult {
    this.#reader ??= this.#makeReader();
    const words = askedWords(question, this.#reader);
    const whole = scoresOf(words, this.#whole);
    const parts = scoresOf(words, this.#parts);
    const ranked = Array.from(this.#articles, ({ parts: own }, number) => {
      const best = own.reduce((most, part) => Math.max(most, parts[part] ?? 0), 0);
      return { number, score: (whole[number] ?? 0) + passageShare * best };
    })
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score || one.number - other.number);
    const articles: ArticleHit[] = [];
    for (const { number, score } of ranked) {
      const found = this.#articles[number];
      if (!found || !mayFind(found.article)) continue;
      const { article, language } = found;
      articles.push({ article, language, score, passages: hitsIn(found, parts) });
      if (articles.length === most) break;
    }
    return { words, articles };
  }

  add({ article, language, title, headings, passages }: PreparedArticle): void {
    this.#reader = undefined;
    this.#whole.add([
      { terms: title, weight: fields.title },
      { terms: headings, weight: fields.heading },
      { terms: passages.flatMap(({ terms }) => terms), weight: fields.body },
    ]);
    const parts = passages.map(({ terms, headingTerms }) =>
      this.#parts.add([
        { terms: title, weight: passageFields.title },
        { terms: headingTerms, weight: passageFields.heading },
        { terms, weight: passageFields.body },
      ]),
    );
    const plain = passages.map(({ headings: under, text, start, end }) => ({ headings: under, text, start, end }));
    this.#articles.push({ article, language, passages: plain, parts });
  }

  #makeReader(): QuestionReader {
    const languages = [...new Set(this.#articles.map(({ language }) => language))];
    return {
      index: this.#whole,
      vocabulary: new Vocabulary(this.#whole.terms()),
      synonyms: new Synonyms(this.#synonyms, languages),
      languages,
    };
  }
}

/** The best first. */
function hitsIn({ passages, parts }: Entry, scores: Float64Array): readonly PassageHit[] {
  return passages
    .map((passage, at) => ({ ...passage, score: scores[parts[at] ?? -1] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
}

function scoresOf(words: readonly AskedWord[], index: Bm25): Float64Array {
  const scores = new Float64Array(index.size);
  for (const word of words) index.addScores(word, scores);
  return scores;
}
