import type { Collection } from 'mongodb';
import type { KeptReply, ReplyStore } from '../knowledge/saved-replies.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

interface ReplyDocument extends Omit<KeptReply, 'id'> {
  readonly _id: string;
}

const mostReplies = 500;

/** Replies that agents have saved, one document for each. */
export class MongoReplyStore implements ReplyStore {
  readonly #replies: Collection<ReplyDocument>;

  constructor(models: Models) {
    this.#replies = collectionOf(models.savedReplies);
  }

  async all(): Promise<readonly KeptReply[]> {
    const documents = await this.#replies.find().sort({ at: -1, _id: 1 }).limit(mostReplies).toArray();
    return documents.map(({ _id: id, ...facts }) => ({ id, ...facts }));
  }

  async add({ id, ...facts }: KeptReply): Promise<void> {
    try {
      await this.#replies.insertOne({ _id: id, ...facts });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
