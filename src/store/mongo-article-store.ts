import type { Collection } from 'mongodb';
import type { Article, ArticleState } from '../knowledge/article.ts';
import type { ArticleStore } from '../knowledge/article-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

interface ArticleDocument extends Omit<Article, 'id'> {
  readonly _id: string;
}

/** Articles with their versions in MongoDB or the embedded server, one document for each. */
export class MongoArticleStore implements ArticleStore {
  readonly #articles: Collection<ArticleDocument>;

  constructor(models: Models) {
    this.#articles = collectionOf(models.articles);
  }

  async find(id: string): Promise<Article | undefined> {
    const document = await this.#articles.findOne({ _id: id });
    return document ? toArticle(document) : undefined;
  }

  async inState(state: ArticleState): Promise<readonly Article[]> {
    const documents = await this.#articles
      .find({ 'text.state': state })
      .project<Omit<ArticleDocument, 'history'>>({ history: 0 })
      .sort({ _id: 1 })
      .toArray();
    return documents.map((document) => toArticle({ ...document, history: [] }));
  }

  async add({ id, ...facts }: Article): Promise<boolean> {
    try {
      await this.#articles.insertOne({ _id: id, ...facts });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  async write(before: Article, { id, ...facts }: Article): Promise<boolean> {
    const { matchedCount } = await this.#articles.replaceOne({ _id: before.id, version: before.version }, facts);
    return matchedCount > 0;
  }
}

function toArticle({ _id, ...facts }: ArticleDocument): Article {
  return { id: _id, ...facts };
}
