import type { PersonRef } from '../chat/refs.ts';
import type { Person, PersonId } from './person.ts';

/** Where people are remembered, so that a click needs no question to the platform. */
export interface PersonStore {
  find(id: PersonId): Promise<Person | undefined>;
  findByRef(ref: PersonRef): Promise<Person | undefined>;
  /** Adds or renews; a reference belongs to one person. */
  save(person: Person): Promise<void>;
}
