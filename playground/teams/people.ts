import type { Changes } from './changes.ts';
import { digest, guidOf } from './ids.ts';
import type { Identity, TeamsPerson } from './model.ts';

/** A person to begin with; what is left out gets a sensible value. */
export interface PersonSeed {
  readonly email: string;
  readonly realName: string;
  readonly aadObjectId?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  /** Has the app; true when left out. */
  readonly hasApp?: boolean;
  readonly isGuest?: boolean;
}

/** A person, by themselves, e-mail, name before the @, full name, Entra object id, or the id that the bot knows. */
export type PersonRef = string | TeamsPerson;

/** Everyone with an account in the tenant. */
export class People {
  readonly #byId = new Map<string, TeamsPerson>();
  readonly #identity: Identity;
  readonly #changes: Changes;

  constructor(seeds: readonly PersonSeed[], identity: Identity, changes: Changes) {
    this.#identity = identity;
    this.#changes = changes;
    for (const seed of seeds) this.#put(grown(seed, identity));
  }

  all(): readonly TeamsPerson[] {
    return [...this.#byId.values()];
  }

  /** Finds by the id that the bot knows, or the Entra object id, as the connector does. */
  byId(id: string): TeamsPerson | undefined {
    return this.#byId.get(id) ?? this.all().find(({ aadObjectId }) => aadObjectId === id);
  }

  /** @throws Error when there is nobody of that name */
  called(ref: PersonRef): TeamsPerson {
    const found = this.find(ref);
    if (!found) throw new Error(`Nobody in this tenant is called ${String(ref)}.`);
    return found;
  }

  find(ref: PersonRef): TeamsPerson | undefined {
    if (typeof ref !== 'string') return this.byId(ref.id);
    const wanted = ref.toLowerCase();
    return (
      this.byId(ref) ??
      this.all().find(({ email, name, realName }) =>
        [email, name, realName].some((one) => one.toLowerCase() === wanted),
      )
    );
  }

  add(seed: PersonSeed): TeamsPerson {
    return this.#put(grown(seed, this.#identity));
  }

  change(person: TeamsPerson, change: Partial<Omit<TeamsPerson, 'id' | 'aadObjectId'>>): TeamsPerson {
    return this.#put({ ...this.called(person), ...change });
  }

  #put(person: TeamsPerson): TeamsPerson {
    this.#byId.set(person.id, person);
    this.#changes.tell({ kind: 'person changed', person });
    return person;
  }
}

function grown(seed: PersonSeed, { appId, tenantId }: Identity): TeamsPerson {
  const aadObjectId = seed.aadObjectId ?? guidOf('person', seed.email.toLowerCase());
  return {
    locale: 'en-US',
    timeZone: 'Europe/Berlin',
    hasApp: true,
    isGuest: false,
    ...seed,
    aadObjectId,
    // A bot knows a person by an id of its own: another bot knows them by another.
    id: `29:1${digest(appId, tenantId, aadObjectId).slice(0, 40)}`,
    name: (seed.email.split('@')[0] ?? seed.email).toLowerCase(),
  };
}
