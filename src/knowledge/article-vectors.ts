import type { Log } from '../log.ts';
import type { Article } from './article.ts';
import type { Embedder, EmbeddingMatter } from './embedder.ts';

/** The vector of one version of an article. */
export interface ArticleVector {
  readonly id: string;
  readonly version: number;
  readonly model: string;
  readonly vector: readonly number[];
}

/** Where vectors are kept, so that no article is sent to a model twice. */
export interface VectorStore {
  all(model: string): Promise<readonly ArticleVector[]>;
  keep(vectors: readonly ArticleVector[]): Promise<void>;
}

/** Finds articles by meaning, as far as a model has read them. Whatever fails here, they are found by their words. */
export class ArticleVectors {
  readonly #embedder: Embedder;
  readonly #store: VectorStore;
  readonly #log: Log;
  readonly #vectors = new Map<string, ArticleVector>();
  #isRead = false;
  #keepingUp: Promise<void> | undefined;

  constructor(embedder: Embedder, store: VectorStore, log: Log) {
    this.#embedder = embedder;
    this.#store = store;
    this.#log = log;
  }

  /** Ids of the nearest articles, the nearest first; undefined when the question cannot be compared now. */
  async nearest(
    question: string,
    matter: EmbeddingMatter,
    mayFind: (article: { readonly id: string }) => boolean,
  ): Promise<readonly string[] | undefined> {
    if (this.#vectors.size === 0 || matter.isConfidential) return undefined;
    const [asked] = (await this.#embed([question], matter)) ?? [];
    if (!asked) return undefined;
    return [...this.#vectors.values()]
      .filter(mayFind)
      .map(({ id, vector }) => ({ id, likeness: cosine(asked, vector) }))
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, mostNear)
      .map(({ id }) => id);
  }

  /** Lets the model read what it has not read yet. Goes on where it stopped when it is called again. */
  keepUp(articles: readonly Article[]): Promise<void> {
    this.#keepingUp ??= this.#read(articles)
      .catch((error: unknown) => this.#log.warn({ err: error }, 'articles could not be compared by meaning'))
      .finally(() => {
        this.#keepingUp = undefined;
      });
    return this.#keepingUp;
  }

  async #read(articles: readonly Article[]): Promise<void> {
    if (!this.#isRead)
      for (const vector of await this.#store.all(this.#embedder.model)) this.#vectors.set(vector.id, vector);
    this.#isRead = true;
    const missing = articles.filter(({ id, version }) => this.#vectors.get(id)?.version !== version);
    for (let from = 0; from < missing.length; from += atOnce) {
      const some = missing.slice(from, from + atOnce);
      const texts = some.map(({ text }) => `${text.title}\n${text.body}`.slice(0, longestText));
      const vectors = await this.#embed(texts, { isConfidential: false });
      if (vectors?.length !== some.length) return;
      const kept = some.flatMap(({ id, version }, at) => {
        const vector = vectors[at];
        return vector ? [{ id, version, vector, model: this.#embedder.model }] : [];
      });
      await this.#store.keep(kept);
      for (const one of kept) this.#vectors.set(one.id, one);
    }
  }

  async #embed(texts: readonly string[], matter: EmbeddingMatter) {
    try {
      return await this.#embedder.embed(texts, matter);
    } catch (error) {
      this.#log.warn({ err: error }, 'a model could not compare texts');
      return undefined;
    }
  }
}

const atOnce = 32;
const longestText = 6_000;
const mostNear = 20;

function cosine(one: readonly number[], other: readonly number[]): number {
  let [product, ofOne, ofOther] = [0, 0, 0];
  for (const [at, value] of one.entries()) {
    const opposite = other[at] ?? 0;
    product += value * opposite;
    ofOne += value * value;
    ofOther += opposite * opposite;
  }
  return product / (Math.sqrt(ofOne * ofOther) || 1);
}
