import type { Collection } from 'mongodb';
import type { TranslationStore } from '../help/translation-store.ts';
import type { Remark } from '../tickets/conversation.ts';
import { collectionOf, type Models } from './models.ts';

/** Stands on the remark itself: from when on somebody may translate it. */
type WaitingRemark = Omit<Remark, 'id'> & { readonly _id: string; readonly translateAt?: Date };

/** Remarks that wait to be translated, in MongoDB or the embedded server. */
export class MongoTranslationStore implements TranslationStore {
  readonly #remarks: Collection<WaitingRemark>;

  constructor(models: Models) {
    this.#remarks = collectionOf(models.remarks);
  }

  async owe(remark: string, at: Date): Promise<void> {
    await this.#remarks.updateOne({ _id: remark }, { $set: { translateAt: at } });
  }

  async take(remark: string, now: Date, until: Date): Promise<Remark | undefined> {
    const taken = await this.#remarks.findOneAndUpdate(
      { _id: remark, translateAt: { $lte: now } },
      { $set: { translateAt: until } },
      { returnDocument: 'after' },
    );
    if (!taken) return undefined;
    const { _id, translateAt, ...rest } = taken;
    return { id: _id, ...rest };
  }

  async settle(remark: string, until: Date): Promise<void> {
    await this.#remarks.updateOne({ _id: remark, translateAt: until }, { $unset: { translateAt: '' } });
  }

  async waiting(now: Date, limit: number): Promise<readonly string[]> {
    const documents = await this.#remarks
      .find({ translateAt: { $lte: now } })
      .sort({ translateAt: 1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return documents.map(({ _id }) => _id);
  }
}
