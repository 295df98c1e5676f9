import type { Collection, Filter } from 'mongodb';
import type { Article, ArticleState } from '../knowledge/article.ts';
import type { ArticleStamp, ArticleStore, ArticleTitle } from '../knowledge/article-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

interface ArticleDocument extends Omit<Article, 'id'> {
  readonly _id: string;
  /** When its owner was last told that it is to be looked at. */
  readonly remindedAt?: Date;
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
    return this.#whole({ 'text.state': state });
  }

  async all(ids: readonly string[]): Promise<readonly Article[]> {
    return this.#whole({ _id: { $in: [...ids] } });
  }

  async versions(since?: Date): Promise<readonly ArticleStamp[]> {
    const stamps = await this.#articles
      .find(since ? { at: { $gte: since } } : {})
      .project<Pick<ArticleDocument, '_id' | 'version' | 'at'>>({ version: 1, at: 1 })
      .toArray();
    return stamps.map(({ _id: id, version, at }) => ({ id, version, at }));
  }

  async titles({ owners, withDrafts }: { readonly owners: readonly string[]; readonly withDrafts: boolean }) {
    const drafts = withDrafts ? [{ 'text.state': 'draft' as const }] : [];
    return this.#titles({ $or: [{ 'text.owner': { $in: [...owners] } }, ...drafts] });
  }

  async toReview(before: string): Promise<readonly ArticleTitle[]> {
    return this.#titles({
      'text.state': 'published',
      'text.reviewOn': { $lt: before },
      'text.owner': { $exists: true },
    });
  }

  async remindedOfReview(id: string, at: Date, notSince: Date): Promise<boolean> {
    const isLongAgo = { $or: [{ remindedAt: { $exists: false } }, { remindedAt: { $lt: notSince } }] };
    const { modifiedCount } = await this.#articles.updateOne({ _id: id, ...isLongAgo }, { $set: { remindedAt: at } });
    return modifiedCount > 0;
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

  async #whole(filter: Filter<ArticleDocument>): Promise<readonly Article[]> {
    const documents = await this.#articles
      .find(filter)
      .project<Omit<ArticleDocument, 'history'>>({ history: 0 })
      .sort({ _id: 1 })
      .toArray();
    return documents.map((document) => toArticle({ ...document, history: [] }));
  }

  async #titles(filter: Filter<ArticleDocument>): Promise<readonly ArticleTitle[]> {
    const documents = await this.#articles
      .find(filter)
      .project<ArticleTitle & { readonly _id: string }>({ history: 0, 'text.body': 0 })
      .sort({ at: -1, _id: 1 })
      .limit(mostTitles)
      .toArray();
    return documents.map(({ _id: id, version, text }) => ({ id, version, text }));
  }
}

const mostTitles = 200;

function toArticle({ _id, remindedAt, ...facts }: ArticleDocument): Article {
  return { id: _id, ...facts };
}
