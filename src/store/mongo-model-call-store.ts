import type { Collection } from 'mongodb';
import type { CallRecord, CallStore } from '../triage/model/call-record.ts';
import { collectionOf, type Models } from './models.ts';

type CallDocument = Omit<CallRecord, 'id'> & { readonly _id: string };

/** What was asked of models: one document a call, which the database forgets by itself. */
export class MongoModelCallStore implements CallStore {
  readonly #calls: Collection<CallDocument>;

  constructor({ modelCalls }: Pick<Models, 'modelCalls'>) {
    this.#calls = collectionOf(modelCalls);
  }

  async add({ id, ...record }: CallRecord): Promise<void> {
    await this.#calls.insertOne({ _id: id, ...record });
  }
}
