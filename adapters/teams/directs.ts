import { LRUCache } from 'lru-cache';
import type { Connector } from './connector.ts';
import { isPerson } from './place-id.ts';

/** Which conversation with the desk belongs to which person. It never changes, so it is asked for once. */
export class Directs {
  readonly #connector: Connector;
  readonly #botId: () => string | undefined;
  readonly #known = new LRUCache<string, string>({ max: 20_000 });
  readonly #asked = new Map<string, Promise<string>>();

  constructor(connector: Connector, botId: () => string | undefined) {
    this.#connector = connector;
    this.#botId = botId;
  }

  /** Takes note of a conversation that an activity names. Those of local test clients are written like people. */
  learn(tenant: string, user: string, conversation: string): void {
    this.#known.set(`${tenant} ${user}`, conversation);
    if (isPerson(conversation)) this.#known.set(`${tenant} ${conversation}`, conversation);
  }

  /** Whoever removed the app has to be found anew. */
  forget(tenant: string, user: string): void {
    this.#known.delete(`${tenant} ${user}`);
  }

  /**
   * A conversation that every call takes: one that is still written as a person becomes theirs with the desk. Works for
   * people who never wrote to it, when they have the app.
   * @throws DeliveryError
   */
  async conversationOf(tenant: string, conversation: string): Promise<string> {
    const key = `${tenant} ${conversation}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (!isPerson(conversation)) return conversation;
    const asked = this.#asked.get(key) ?? this.#open(tenant, conversation).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  async #open(tenant: string, user: string): Promise<string> {
    const opened = await this.#connector.open(tenant, user, this.#botId());
    this.#known.set(`${tenant} ${user}`, opened);
    return opened;
  }
}
