import type { Changes } from './changes.ts';
import type { Identity, Person } from './model.ts';

/** A person to begin with; what is left out gets a sensible value. */
export interface PersonSeed {
  /** As Slack makes them: U and capitals or digits. */
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  /** Without one, the person has no address that the app may see. */
  readonly email?: string;
  readonly tz?: string;
  readonly locale?: string;
  readonly deactivated?: boolean;
  readonly guest?: boolean;
  readonly isBot?: boolean;
}

/** Everyone in the workspace, the app's own user and Slackbot among them. */
export class People {
  readonly #byId = new Map<string, Person>();
  readonly #changes: Changes;
  readonly #identity: Identity;

  constructor(seeds: readonly PersonSeed[], identity: Identity, changes: Changes) {
    this.#changes = changes;
    this.#identity = identity;
    for (const seed of [slackbot, ...seeds, appsUser(identity)]) this.#byId.set(seed.id, grown(seed));
  }

  all(): readonly Person[] {
    return [...this.#byId.values()];
  }

  /** Finds by id only, as the Web API does. */
  byId(id: string): Person | undefined {
    return this.#byId.get(id);
  }

  byEmail(email: string): Person | undefined {
    return this.all().find((one) => one.email?.toLowerCase() === email.toLowerCase() && !one.deactivated);
  }

  /**
   * Finds a person by id or name, for tests and the page.
   * @throws Error when there is nobody of that name
   */
  called(ref: string | Person): Person {
    const name = typeof ref === 'string' ? ref : ref.id;
    const person = this.find(name);
    if (!person) throw new Error(`Nobody in this workspace is called ${name}.`);
    return person;
  }

  /** The person of that id or name, in whatever case; `bot` is the app's own user. */
  find(ref: string): Person | undefined {
    const name = ref.replace(/^@/, '').toLowerCase();
    if (name === 'bot') return this.#byId.get(this.#identity.botUserId);
    return this.#byId.get(ref) ?? this.all().find((one) => one.name.toLowerCase() === name);
  }

  add(seed: PersonSeed): Person {
    const person = grown(seed);
    this.#byId.set(person.id, person);
    this.#changes.tell({ kind: 'person changed', person });
    return person;
  }

  change(id: string, change: Partial<Omit<PersonSeed, 'id'>>): Person {
    const person = { ...this.called(id), ...change };
    this.#byId.set(id, person);
    this.#changes.tell({ kind: 'person changed', person });
    return person;
  }
}

// Slack lists Slackbot among the users, and not as a bot.
const slackbot: PersonSeed = { id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot' };

function appsUser(identity: Identity): PersonSeed {
  return { id: identity.botUserId, name: identity.botName, realName: 'IT Help', isBot: true };
}

function grown(seed: PersonSeed): Person {
  return {
    tz: 'Europe/Berlin',
    locale: 'en-US',
    deactivated: false,
    guest: false,
    isBot: false,
    ...seed,
  };
}
