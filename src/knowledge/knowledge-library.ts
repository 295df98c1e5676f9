import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { Log } from '../log.ts';
import type { Article } from './article.ts';
import type { ArticleStore } from './article-store.ts';
import type { ArticleVectors } from './article-vectors.ts';
import type { EmbeddingMatter } from './embedder.ts';
import type { Language } from './languages.ts';
import { LexicalIndex, type SearchResult } from './lexical-index.ts';
import { type PreparedArticle, preparedArticle } from './prepared-article.ts';
import { fused } from './reciprocal-rank.ts';

export interface KnowledgeLibraryParts {
  readonly store: ArticleStore;
  readonly config: () => Pick<DeskConfig, 'knowledge' | 'services'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Where there is a model for it. */
  readonly vectors?: ArticleVectors | undefined;
}

/** Who asks: agents read what is written for agents, everybody else what is public. */
export interface KnowledgeReader {
  /** Ids of teams; nobody's agent has none. */
  readonly agentOf: readonly string[];
}

/** Whoever may read along reads what everybody may read. */
export const anybody: KnowledgeReader = { agentOf: [] };

export interface LibrarySearch {
  readonly reader: KnowledgeReader;
  /** No more articles than so many; 10 when left out. */
  readonly most?: number;
  /** Articles in this language only. */
  readonly language?: Language | undefined;
  /** Whether the question may be compared by a model, too. By its words alone when left out. */
  readonly matter?: EmbeddingMatter | undefined;
}

interface Shelved {
  readonly article: Article;
  readonly prepared: PreparedArticle;
}

/** The published articles, ready to be asked. Read from the store when they are needed first, and again as they change. */
export class KnowledgeLibrary {
  readonly #parts: KnowledgeLibraryParts;
  readonly #shelf = new Map<string, Shelved>();
  /** All articles by version, published or not: what has changed is seen by it. */
  readonly #versions = new Map<string, number>();
  #index = new LexicalIndex();
  #synonyms: unknown;
  #isBuilt = false;
  #looked: { readonly at: Date; readonly wholeAt: Date } | undefined;
  #newestAt = new Date(0);
  #refreshing: Promise<void> | undefined;

  constructor(parts: KnowledgeLibraryParts) {
    this.#parts = parts;
  }

  /** The best first. What has just changed may still be missing for a moment. */
  async search(question: string, { reader, most = 10, language, matter }: LibrarySearch): Promise<SearchResult> {
    await this.#ready();
    const mayFind = ({ id }: { readonly id: string }) => this.#mayFind(id, reader, language);
    const found = this.#index.search(question, Math.max(most, mostFused), mayFind);
    const near = matter ? await this.#parts.vectors?.nearest(question, matter, mayFind) : undefined;
    const articles = near ? fused(found.articles, near, (id) => this.#unscored(id)) : found.articles;
    return { ...found, articles: articles.slice(0, most) };
  }

  /** Whether articles are found that have none of the words. */
  get findsByMeaning(): boolean {
    return this.#parts.vectors !== undefined;
  }

  /** A published article, as it is asked now. */
  article(id: string): Article | undefined {
    return this.#shelf.get(id)?.article;
  }

  /**
   * Looks for what has changed in the store, whoever has changed it. Called every second or so; cheap when nothing has.
   * @param olderThanMs what was looked at later than this counts as new
   */
  refresh(olderThanMs = lookEveryMs): Promise<void> {
    this.#refreshing ??= this.#refresh(olderThanMs).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** Somebody here has changed an article: the next question knows of it. */
  async changed(): Promise<void> {
    await this.#refreshing?.catch(() => undefined);
    this.#looked = undefined;
    await this.refresh();
  }

  /** An old index is better than a long wait; without any, there is nothing to ask. */
  async #ready(): Promise<void> {
    const refresh = this.refresh(freshMs);
    if (!this.#isBuilt) return refresh;
    await Promise.race([
      refresh.catch((error: unknown) =>
        this.#parts.log.warn({ err: error }, 'the articles could not be read; those from before are asked'),
      ),
      patience(),
    ]);
  }

  async #refresh(olderThanMs: number): Promise<void> {
    const { store, clock, config, vectors } = this.#parts;
    const now = clock.now();
    const { synonyms } = config().knowledge;
    if (this.#isBuilt && synonyms === this.#synonyms && this.#isFresh(now, olderThanMs)) return;
    const isWhole = !this.#looked || now.getTime() - this.#looked.wholeAt.getTime() >= wholeEveryMs;
    const since = new Date(this.#newestAt.getTime() - clocksApartMs);
    const stamps = await store.versions(isWhole ? undefined : since);
    const changed = stamps.filter(({ id, version }) => this.#versions.get(id) !== version);
    if (changed.length > 0) await this.#shelve(await store.all(changed.map(({ id }) => id)));
    if (changed.length > 0 || !this.#isBuilt || synonyms !== this.#synonyms) await this.#build(synonyms);
    for (const { id, version, at } of changed) {
      this.#versions.set(id, version);
      if (at > this.#newestAt) this.#newestAt = at;
    }
    this.#looked = { at: now, wholeAt: isWhole ? now : (this.#looked?.wholeAt ?? now) };
    const shelved = [...this.#shelf.values()].map(({ article }) => article);
    void vectors?.keepUp(shelved.filter((article) => !this.isPrivate(article)));
  }

  #isFresh(now: Date, olderThanMs: number): boolean {
    return this.#looked !== undefined && now.getTime() - this.#looked.at.getTime() < olderThanMs;
  }

  async #shelve(articles: readonly Article[]): Promise<void> {
    for (const [at, article] of articles.entries()) {
      const { id, text } = article;
      if (text.state === 'published') this.#shelf.set(id, { article, prepared: preparedArticle({ id, ...text }) });
      else this.#shelf.delete(id);
      if (at % sliceOfArticles === 0) await breath();
    }
  }

  async #build(synonyms: readonly (readonly string[])[]): Promise<void> {
    const index = new LexicalIndex([], synonyms);
    const shelved = [...this.#shelf].sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [at, [, { prepared }]] of shelved.entries()) {
      index.add(prepared);
      if (at % sliceOfArticles === 0) await breath();
    }
    // The first question does not wait for what is made of all words.
    index.search('');
    this.#index = index;
    this.#synonyms = synonyms;
    this.#isBuilt = true;
  }

  #mayFind(id: string, reader: KnowledgeReader, language: Language | undefined): boolean {
    const found = this.#shelf.get(id);
    if (!found || (language && found.prepared.language !== language)) return false;
    return this.mayRead(found.article, reader);
  }

  /** What is written for the agents of a confidential service is no other agent's business. */
  mayRead({ text }: Article, { agentOf }: KnowledgeReader): boolean {
    if (text.audience === 'public') return true;
    const service = this.#confidentialService(text.service);
    return service ? agentOf.includes(service.team) : agentOf.length > 0;
  }

  /** What is written for the agents of a confidential service is as confidential as its tickets. */
  isPrivate({ text }: Article): boolean {
    return text.audience !== 'public' && this.#confidentialService(text.service) !== undefined;
  }

  #confidentialService(service: string | undefined) {
    return this.#parts.config().services.find(({ id, confidential }) => confidential && id === service);
  }

  /** An article that a model found close, though it has none of the words. */
  #unscored(id: string) {
    const found = this.#shelf.get(id);
    if (!found) return undefined;
    const { article, language, passages } = found.prepared;
    return { article, language, score: 0, passages: passages.map((passage) => ({ ...passage, score: 0 })) };
  }
}

const lookEveryMs = 2_000;
/** Whoever asks wants to know what was written a moment ago; many who ask at once look once. */
const freshMs = 250;
/** What was written with a clock that is far behind is found by looking at all. */
const wholeEveryMs = 60_000;
const clocksApartMs = 5 * 60_000;
const patienceMs = 300;
/** So that a large library never holds anybody up for long. */
const sliceOfArticles = 5;
const mostFused = 20;

const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

const patience = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, patienceMs).unref();
  });
