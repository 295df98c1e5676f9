import type { Collection } from 'mongodb';
import type { DraftStore, HelpDraft } from '../help/draft-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

type DraftDocument = Omit<HelpDraft, 'id'> & { readonly _id: string };

/** Drafts in MongoDB or the embedded server. */
export class MongoDraftStore implements DraftStore {
  readonly #drafts: Collection<DraftDocument>;

  constructor(models: Models) {
    this.#drafts = collectionOf(models.helpDrafts);
  }

  async add({ id, ...draft }: HelpDraft): Promise<void> {
    try {
      await this.#drafts.insertOne({ _id: id, ...draft });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async find(id: string): Promise<HelpDraft | undefined> {
    const document = await this.#drafts.findOne({ _id: id });
    if (!document) return undefined;
    const { _id, ...draft } = document;
    return { id: _id, ...draft };
  }

  async heard(id: string, remark: string): Promise<void> {
    await this.#drafts.updateOne({ _id: id }, { $set: { heard: remark } });
  }
}
