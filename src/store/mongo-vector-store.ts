import type { Collection } from 'mongodb';
import type { ArticleVector, VectorStore } from '../knowledge/article-vectors.ts';
import { collectionOf, type Models } from './models.ts';

interface VectorDocument extends Omit<ArticleVector, 'id'> {
  readonly _id: string;
}

/** What a model made of articles, one document for each. */
export class MongoVectorStore implements VectorStore {
  readonly #vectors: Collection<VectorDocument>;

  constructor(models: Models) {
    this.#vectors = collectionOf(models.articleVectors);
  }

  async all(model: string): Promise<readonly ArticleVector[]> {
    const documents = await this.#vectors.find({ model }).toArray();
    return documents.map(({ _id: id, ...facts }) => ({ id, ...facts }));
  }

  async keep(vectors: readonly ArticleVector[]): Promise<void> {
    if (vectors.length === 0) return;
    await this.#vectors.bulkWrite(
      vectors.map(({ id, ...replacement }) => ({ replaceOne: { filter: { _id: id }, replacement, upsert: true } })),
    );
  }
}
