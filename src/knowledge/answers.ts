import type { Assistant, FallBack, Matter, Passage, Answer as Spoken } from '../triage/assistant.ts';
import { type Answer, answerFrom, type Quote } from './answer.ts';
import { isCarriedBy } from './carried.ts';
import type { KnowledgeLibrary, KnowledgeReader } from './knowledge-library.ts';
import type { Language } from './languages.ts';
import type { ArticleHit, SearchResult } from './lexical-index.ts';

export interface AskedQuestion {
  readonly text: string;
  readonly reader: KnowledgeReader;
  /** The one that whoever asks reads best. */
  readonly language?: Language | undefined;
  readonly matter: Matter;
}

/** Passages that carry an answer, and who put it together. */
export interface FoundAnswer {
  readonly by: 'local' | 'openai';
  readonly fellBack?: FallBack;
  /** A model's own words, which the quotes carry. Data: shown as plain text. */
  readonly text?: string;
  /** At least one. */
  readonly quotes: readonly SourcedQuote[];
}

export interface SourcedQuote extends Quote {
  /** Of the article. */
  readonly version: number;
  /** The page that says it all. */
  readonly url?: string;
}

export interface AnswersParts {
  readonly library: KnowledgeLibrary;
  readonly assistant: Assistant;
}

/** Answers from articles, or not at all. A model may choose among passages and put them into words; it proves nothing. */
export class Answers {
  readonly #library: KnowledgeLibrary;
  readonly #assistant: Assistant;

  constructor({ library, assistant }: AnswersParts) {
    this.#library = library;
    this.#assistant = assistant;
  }

  /** @returns undefined when the articles do not carry an answer */
  async ask(asked: AskedQuestion): Promise<FoundAnswer | undefined> {
    const { text, reader, matter } = asked;
    const found = await this.#library.search(text, { reader, matter });
    if (found.articles.length === 0) return undefined;
    const own = await this.#ownAnswer(asked, found);
    // A model is not paid to look at articles that have next to none of the words, unless they were found by their meaning.
    if ((own.evidence?.score ?? 0) < leastHope && !this.#library.findsByMeaning) return undefined;
    const passages = passagesOf(found);
    const spoken = await this.#assistant.answer(text, passages, this.#matterOf(matter, passages));
    if (spoken.by === 'openai') return this.#fromModel(spoken, passages, own);
    const fellBack = spoken.fellBack ? { fellBack: spoken.fellBack } : {};
    return own.is === 'answer' ? { by: 'local', ...fellBack, quotes: this.#sourced(own.quotes) } : undefined;
  }

  /** A model learns no more from articles than from tickets. */
  #matterOf(matter: Matter, passages: readonly OfferedPassage[]): Matter {
    const articles = passages.flatMap(({ quote }) => this.#library.article(quote.articleId) ?? []);
    const secret = articles.find((article) => this.#library.isPrivate(article));
    return secret ? { ...matter, isConfidential: true, service: secret.text.service } : matter;
  }

  /** From articles in the language of whoever asks, where these carry it about as well as others do. */
  async #ownAnswer({ text, reader, language }: AskedQuestion, found: SearchResult): Promise<Answer> {
    const inWhichever = answerFrom(found);
    if (!language || found.articles[0]?.language === language) return inWhichever;
    const inTheirs = answerFrom(await this.#library.search(text, { reader, language }));
    const enough = inWhichever.is === 'answer' ? inWhichever.evidence.score * nearlyAsGood : 0;
    return inTheirs.is === 'answer' && inTheirs.evidence.score >= enough ? inTheirs : inWhichever;
  }

  /** What a model says counts as far as the passages that it names carry it. */
  #fromModel(spoken: Spoken, passages: readonly OfferedPassage[], own: Answer): FoundAnswer | undefined {
    const cited = passages.filter(({ id }) => spoken.citations.includes(id)).slice(0, mostCited);
    if (!spoken.text?.trim() || cited.length === 0) return undefined;
    if (isCarriedBy(spoken.text, cited)) {
      return { by: 'openai', text: spoken.text.trim(), quotes: this.#sourced(cited.map(({ quote }) => quote)) };
    }
    return own.is === 'answer' ? { by: 'local', quotes: this.#sourced(own.quotes) } : undefined;
  }

  #sourced(quotes: readonly Quote[]): readonly SourcedQuote[] {
    return quotes.map((quote) => {
      const article = this.#library.article(quote.articleId);
      const url = article?.text.url;
      return { ...quote, version: article?.version ?? 0, ...(url ? { url } : {}) };
    });
  }
}

const nearlyAsGood = 0.8;
/** From this evidence on it may be that a model finds an answer. */
const leastHope = 0.15;
const mostArticles = 4;
const mostOfEach = 3;
const mostCited = 3;
const longestPassage = 1_500;

interface OfferedPassage extends Passage {
  readonly quote: Quote;
}

/** The best passages of the best articles, as a model gets them. */
export function passagesOf({ articles }: Pick<SearchResult, 'articles'>): readonly OfferedPassage[] {
  return articles.slice(0, mostArticles).flatMap((hit) => passagesOfHit(hit));
}

function passagesOfHit({ article, passages }: ArticleHit): readonly OfferedPassage[] {
  return passages.slice(0, mostOfEach).map(({ headings, text, start, end }) => ({
    id: `${article.id}#${start}`,
    title: [article.title, ...headings].join(' › '),
    text: text.slice(0, longestPassage),
    quote: { articleId: article.id, title: article.title, headings, text, start, end },
  }));
}
