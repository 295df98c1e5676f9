import { LRUCache } from 'lru-cache';
import { part, word } from '../../src/chat/payload.ts';
import { isDirect, isUser } from './places.ts';
import type { Transport } from './transport.ts';

/** Which direct conversation belongs to which user. It never changes, so it is asked for once. */
export class Directs {
  readonly #transport: Transport;
  readonly #known = new LRUCache<string, string>({ max: 20_000 });
  readonly #asked = new Map<string, Promise<string>>();

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The conversation with a user, if it has been seen. */
  known(user: string): string | undefined {
    return this.#known.get(user);
  }

  /** Takes note of a conversation that an event names. */
  learn(user: string, channel: string): void {
    if (isDirect(channel) && !isUser(channel)) this.#known.set(user, channel);
  }

  /**
   * A channel id that every method takes: one that is still written as a user becomes the conversation with them.
   * @throws DeliveryError
   */
  async channelOf(channel: string): Promise<string> {
    if (!isUser(channel)) return channel;
    const known = this.#known.get(channel);
    if (known !== undefined) return known;
    const asked = this.#asked.get(channel) ?? this.#open(channel).finally(() => this.#asked.delete(channel));
    this.#asked.set(channel, asked);
    return asked;
  }

  async #open(user: string): Promise<string> {
    const answer = await this.#transport.call('conversations.open', { users: user }, { place: user });
    const id = word(part(answer, 'channel'), 'id');
    if (id !== undefined) this.#known.set(user, id);
    return id ?? user;
  }
}
