import type { Collection } from 'mongodb';
import type { Person } from '../people/person.ts';
import type { PersonStore } from '../people/person-store.ts';
import { collectionOf, type Models } from './models.ts';

type PersonDocument = Omit<Person, 'id'> & { readonly _id: string };

/** People in MongoDB or the embedded server. */
export class MongoPersonStore implements PersonStore {
  readonly #people: Collection<PersonDocument>;

  constructor(models: Models) {
    this.#people = collectionOf(models.people);
  }

  async find(id: string): Promise<Person | undefined> {
    return toPerson(await this.#people.findOne({ _id: id }));
  }

  async findByRef(ref: string): Promise<Person | undefined> {
    return toPerson(await this.#people.findOne({ refs: ref }));
  }

  async save({ id, ...person }: Person): Promise<void> {
    await this.#people.replaceOne({ _id: id }, person, { upsert: true });
  }
}

function toPerson(document: PersonDocument | null): Person | undefined {
  if (!document) return undefined;
  const { _id, ...rest } = document;
  return { id: _id, ...rest };
}
