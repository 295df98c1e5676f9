import type { PlaceInfo } from '../../src/chat/adapter.ts';
import { type Payload, part, parts, word } from '../../src/chat/payload.ts';
import type { PersonRef, Place } from '../../src/chat/refs.ts';
import { DeliveryError } from '../../src/errors.ts';
import type { Directs } from './directs.ts';
import { addressOf, personRef, placeRef } from './places.ts';
import type { Self } from './reading.ts';
import type { Transport } from './transport.ts';

/** Finds conversations and tells about them. */
export class Conversations {
  readonly #transport: Transport;
  readonly #directs: Directs;
  readonly #now: () => Date;
  #listed: { readonly byName: Promise<ReadonlyMap<string, Payload>>; readonly atMs: number } | undefined;

  constructor(transport: Transport, directs: Directs, now: () => Date) {
    this.#transport = transport;
    this.#directs = directs;
    this.#now = now;
  }

  /**
   * A conversation by `#name` or id; the desk joins it when it is public.
   * @throws DeliveryError
   */
  async find(nameOrId: string, self: Self): Promise<Place | undefined> {
    const name = nameOrId.replace(/^slack:/, '').trim();
    const channel = /^[CGD][A-Z0-9]{6,}$/.test(name)
      ? await this.#info(name)
      : await this.#named(name.replace(/^#/, ''), self);
    const id = channel && word(channel, 'id');
    if (!channel || !id) return undefined;
    if (channel.is_member === false && channel.is_private !== true && channel.is_archived !== true) {
      await this.#join(id);
    }
    return placeRef(self.team, id);
  }

  /** @throws DeliveryError */
  async about(place: Place): Promise<PlaceInfo> {
    const channel = await this.#directs.channelOf(addressOf(place).channel);
    const answer = await this.#transport.call('conversations.info', { channel }, { place: channel });
    const info = part(answer, 'channel');
    const isDirect = info.is_im === true;
    const isPrivate = isDirect || info.is_mpim === true || info.is_private === true;
    return { name: word(info, 'name') ?? word(info, 'user') ?? channel, isDirect, isPrivate };
  }

  /**
   * Everybody in it but the desk.
   * @throws DeliveryError
   */
  async members(place: Place, self: Self): Promise<readonly PersonRef[]> {
    const { team, channel: written } = addressOf(place);
    const channel = await this.#directs.channelOf(written);
    const members: PersonRef[] = [];
    for await (const answer of this.#pages('conversations.members', { channel, limit: 500 }, channel)) {
      const users = answer.members;
      const others = Array.isArray(users) ? users.map(String).filter((user) => user !== self.user) : [];
      members.push(...others.map((user) => personRef(team, user)));
    }
    return members;
  }

  async #info(channel: string): Promise<Payload | undefined> {
    try {
      const options = { place: channel, expects: ['channel_not_found'] };
      const answer = await this.#transport.call('conversations.info', { channel }, options);
      return part(answer, 'channel');
    } catch (error) {
      if (error instanceof DeliveryError && error.platformCode === 'channel_not_found') return undefined;
      throw error;
    }
  }

  /** The administrators hear when it may not; the channel is there all the same. */
  async #join(channel: string): Promise<void> {
    try {
      await this.#transport.call('conversations.join', { channel }, { place: channel });
    } catch (error) {
      if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
    }
  }

  /** Names are looked up in a list that may be some minutes old; what is missing in it is looked for again. */
  async #named(name: string, self: Self): Promise<Payload | undefined> {
    const isKnown = this.#listed !== undefined && this.#age() < keptMs && (await this.#listed.byName).has(name);
    if (!isKnown && (this.#listed === undefined || this.#age() > askAgainMs)) {
      const byName = this.#list(self);
      this.#listed = { byName, atMs: this.#now().getTime() };
      byName.catch(() => {
        this.#listed = undefined;
      });
    }
    return (await this.#listed?.byName)?.get(name);
  }

  #age(): number {
    return this.#now().getTime() - (this.#listed?.atMs ?? 0);
  }

  async #list(self: Self): Promise<ReadonlyMap<string, Payload>> {
    const asked = { types: 'public_channel,private_channel', exclude_archived: true, limit: 500 };
    const byName = new Map<string, Payload>();
    const args = self.isOrgWide ? { ...asked, team_id: self.team } : asked;
    for await (const answer of this.#pages('conversations.list', args)) {
      for (const channel of parts(answer, 'channels')) byName.set(word(channel, 'name') ?? '', channel);
    }
    return byName;
  }

  async *#pages(method: string, args: Readonly<Record<string, unknown>>, place?: string): AsyncGenerator<Payload> {
    let cursor: string | undefined;
    do {
      const answer = await this.#transport.call(method, { ...args, cursor }, place ? { place } : {});
      yield answer;
      cursor = word(part(answer, 'response_metadata'), 'next_cursor');
    } while (cursor !== undefined);
  }
}

const keptMs = 5 * 60_000;
const askAgainMs = 15_000;
