import { LRUCache } from 'lru-cache';
import type { Profile } from '../../src/chat/adapter.ts';
import { type Payload, part, word } from '../../src/chat/payload.ts';
import type { PersonRef } from '../../src/chat/refs.ts';
import { DeliveryError } from '../../src/errors.ts';
import { addressOf, personRef } from './places.ts';
import type { Self } from './reading.ts';
import type { Transport } from './transport.ts';

/** Tells who people are, and remembers how they are called. */
export class Profiles {
  readonly #transport: Transport;
  readonly #names = new LRUCache<string, string>({ max: 20_000, ttl: 6 * 3_600_000 });

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  nameOf(user: string): string | undefined {
    return this.#names.get(user);
  }

  /**
   * Learns names before a text is read that mentions people. A courtesy: what Slack does not tell in time stays unknown.
   * @param withinMs how long the text may wait
   */
  async learn(users: readonly string[], self: Self, withinMs: number): Promise<void> {
    const unknown = [...new Set(users)].filter((user) => user !== self.user && !this.#names.has(user)).slice(0, 10);
    await Promise.all(unknown.map((user) => this.#name(user, withinMs)));
  }

  /** @throws DeliveryError */
  async profile(person: PersonRef): Promise<Profile | undefined> {
    const { team, channel: user } = addressOf(person);
    try {
      const answer = await this.#transport.call('users.info', { user, include_locale: true }, { expects: unknownUser });
      const profile = profileOf(personRef(team, user), part(answer, 'user'));
      this.#names.set(user, profile.name);
      return profile;
    } catch (error) {
      if (error instanceof DeliveryError && unknownUser.includes(error.platformCode)) return undefined;
      throw error;
    }
  }

  /** @throws DeliveryError */
  async lookup(email: string, self: Self): Promise<PersonRef | undefined> {
    try {
      const answer = await this.#transport.call('users.lookupByEmail', { email }, { expects: unknownUser });
      const user = word(part(answer, 'user'), 'id');
      return user && personRef(self.team, user);
    } catch (error) {
      if (error instanceof DeliveryError && unknownUser.includes(error.platformCode)) return undefined;
      throw error;
    }
  }

  async #name(user: string, withinMs: number): Promise<void> {
    const outcome = await this.#transport.client.attempt('users.info', { user, include_locale: true }, withinMs);
    if (outcome.is === 'done') this.#names.set(user, profileOf(user, part(outcome.answer, 'user')).name);
  }
}

const unknownUser = ['user_not_found', 'users_not_found', 'user_not_visible'];

function profileOf(ref: PersonRef, user: Payload): Profile {
  const profile = part(user, 'profile');
  // The full name: a display name may be a mere handle, and cards are read by people who do not know it.
  const shown = word(profile, 'real_name') ?? word(user, 'real_name') ?? word(profile, 'display_name');
  const email = word(profile, 'email');
  const timeZone = word(user, 'tz');
  const locale = word(user, 'locale');
  return {
    ref,
    name: shown ?? word(user, 'name') ?? word(user, 'id') ?? 'someone',
    isActive: user.deleted !== true,
    isBot: user.is_bot === true || user.id === 'USLACKBOT',
    ...(email && { email }),
    ...(timeZone && { timeZone }),
    ...(locale && { locale }),
  };
}
