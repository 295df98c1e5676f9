import { LRUCache } from 'lru-cache';
import type { Profile } from '../chat/adapter.ts';
import type { Chat } from '../chat/chat.ts';
import type { PersonRef } from '../chat/refs.ts';
import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import { DeskError } from '../errors.ts';
import type { Actor } from '../tickets/permissions.ts';
import type { Person, PersonId } from './person.ts';
import type { PersonStore } from './person-store.ts';
import { rolesOf } from './roles.ts';

export interface PeopleParts {
  readonly store: PersonStore;
  readonly chat: Chat;
  readonly clock: Clock;
  readonly config: () => DeskConfig;
}

/** A profile older than this is asked for again when its person is next seen. */
const profileLastsMs = 24 * 3_600_000;
/** How long a known person is taken from memory. */
const memoryLastsMs = 5 * 60_000;

/** Who people are: one person across platforms by their e-mail, with what desk.yaml lets them do. */
export class PeopleService {
  readonly #parts: PeopleParts;
  readonly #known = new LRUCache<string, Person>({ max: 20_000, ttl: memoryLastsMs });

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  /**
   * The person behind a platform's user.
   * @throws DeliveryError when this user was never seen and the platform cannot be asked now
   */
  async byRef(ref: PersonRef): Promise<Person> {
    const known = this.#known.get(ref);
    if (known) return known;
    const stored = await this.#parts.store.findByRef(ref);
    if (stored && !this.#isOld(stored)) return this.#remember(stored);
    try {
      const profile = await this.#parts.chat.at(ref).profile(ref);
      return await this.#meet(profile ?? { ref, name: 'someone', isActive: false, isBot: false }, stored);
    } catch (error) {
      if (stored) return this.#remember(stored);
      throw error;
    }
  }

  /** The same for whoever has just done something: from now on they are reached first where they did it. */
  async acting(ref: PersonRef): Promise<Person> {
    const person = await this.byRef(ref);
    if (person.refs[0] === ref || !person.refs.includes(ref)) return person;
    const here = { ...person, refs: [ref, ...person.refs.filter((other) => other !== ref)] };
    await this.#parts.store.save(here);
    return this.#remember(here);
  }

  /** The person by the id that tickets carry; undefined when no platform knows them. */
  async byId(id: PersonId): Promise<Person | undefined> {
    const known = this.#known.get(id);
    if (known) return known;
    const stored = await this.#parts.store.find(id);
    if (stored) return this.#remember(stored);
    return id.includes('@') ? this.#lookup(id) : undefined;
  }

  /** The person whom an entry of desk.yaml means: an e-mail, `slack:U024BE7LH`, or `teams:<id>`. */
  async byEntry(entry: string): Promise<Person | undefined> {
    return entry.includes(':') ? this.#lookup(entry) : this.byId(entry);
  }

  /** What the person may do, by the desk.yaml of this moment. A deactivated person may do nothing. */
  actor(person: Person): Actor {
    const { isAdmin, isManager, agentOf, leadOf } = rolesOf(person, this.#parts.config());
    if (!person.isActive) return { id: person.id, agentOf: [], leadOf: [], isManager: false, isAdmin: false };
    return { id: person.id, agentOf, leadOf, isManager, isAdmin };
  }

  async #lookup(entry: string): Promise<Person | undefined> {
    for (const adapter of this.#parts.chat.adapters) {
      const ref = await adapter.lookup(entry);
      if (ref) return this.byRef(ref);
    }
    return undefined;
  }

  async #meet(profile: Profile, stored: Person | undefined): Promise<Person> {
    const email = profile.email?.toLowerCase();
    const same = stored ?? (email ? await this.#parts.store.find(email) : undefined);
    const { timeZone, locale } = profile;
    const person: Person = {
      id: same?.id ?? email ?? profile.ref,
      name: profile.name,
      refs: [...new Set([...(same?.refs ?? []), profile.ref])],
      isActive: profile.isActive,
      checkedAt: this.#parts.clock.now(),
      ...(email ? { email } : {}),
      ...(timeZone ? { timeZone } : {}),
      ...(locale ? { locale } : {}),
    };
    await this.#parts.store.save(person);
    return this.#remember(person);
  }

  #isOld(person: Person): boolean {
    return this.#parts.clock.now().getTime() - person.checkedAt.getTime() > profileLastsMs;
  }

  #remember(person: Person): Person {
    for (const key of [person.id, ...person.refs]) this.#known.set(key, person);
    return person;
  }
}

/** @throws DeskError when the person has no account on a platform that is on */
export function refOf(person: Person | undefined, chat: Chat): PersonRef {
  const ref = person && chat.reach(person.refs);
  if (!ref) throw new DeskError('not_found', 'This person has no account where the desk could reach them.');
  return ref;
}
