import { LRUCache } from 'lru-cache';
import type { PlaceInfo } from '../../src/chat/adapter.ts';
import { type Payload, word } from '../../src/chat/payload.ts';
import type { Place } from '../../src/chat/refs.ts';
import { DeliveryError } from '../../src/errors.ts';
import type { Connector, Where } from './connector.ts';
import type { People } from './people.ts';
import { addressOf, hasThreads, placeRef, threadIn } from './place-id.ts';
import type { ServiceUrls } from './service-urls.ts';

/** Finds conversations and tells about them. */
export class Channels {
  readonly #connector: Connector;
  readonly #urls: ServiceUrls;
  readonly #people: People;
  readonly #teams = new LRUCache<string, Promise<Listed>>({ max: 500, ttl: 5 * 60_000 });
  /** Conversations that desk.yaml names and that are there. */
  readonly #named = new Map<string, Where>();

  constructor(connector: Connector, urls: ServiceUrls, people: People) {
    this.#connector = connector;
    this.#urls = urls;
    this.#people = people;
  }

  /** What is known to be there: whose members can be asked for. */
  get known(): readonly Where[] {
    const teams = this.#urls.teams().map(({ tenant, team }) => ({ tenant, conversation: team }));
    return [...this.#named.values(), ...teams];
  }

  /**
   * A conversation by its id, or a channel by its name in a team that the desk has heard from: `Help`, `IT / Help`.
   * @throws DeliveryError
   */
  async find(nameOrId: string, tenant: string): Promise<Place | undefined> {
    const written = nameOrId.replace(/^teams:(?:[^/]+\/)?/, '').trim();
    const { conversation } = threadIn(written);
    const found = /^(?:19|a):/.test(conversation)
      ? await this.#isThere({ tenant, conversation })
      : await this.#called(written);
    if (found) this.#named.set(found.conversation, found);
    return found && placeRef(found.tenant, found.conversation);
  }

  /** @throws DeliveryError */
  async about(place: Place): Promise<PlaceInfo> {
    const { tenant, conversation } = addressOf(place);
    if (!conversation.startsWith('19:'))
      return { name: this.#people.nameOf(placeRef(tenant, conversation)) ?? 'chat', isDirect: true, isPrivate: true };
    if (!hasThreads(conversation)) return { name: 'chat', isDirect: false, isPrivate: true };
    for (const { team, name, channels } of await this.#listed()) {
      const channel = channels.find(({ id }) => id === conversation);
      // Whoever likes may join a public team, and the connector does not tell which one is: only what is surely closed is.
      if (channel) return { name: nameOf(channel, team, name), isDirect: false, isPrivate: isClosed(channel) };
    }
    return { name: conversation, isDirect: false, isPrivate: false };
  }

  async #isThere(where: Where): Promise<Where | undefined> {
    try {
      for await (const _ of this.#connector.members(where, { expects: gone })) break;
      return where;
    } catch (error) {
      if (error instanceof DeliveryError && gone.includes(error.platformCode)) return undefined;
      throw error;
    }
  }

  async #called(written: string): Promise<Where | undefined> {
    const wanted = written
      .replace(/^#/, '')
      .toLowerCase()
      .split('/')
      .map((each) => each.trim());
    for (const { tenant, team, name, channels } of await this.#listed()) {
      if (wanted.length > 1 && name.toLowerCase() !== wanted[0]) continue;
      const channel = channels.find((each) => nameOf(each, team, name).toLowerCase() === wanted.at(-1));
      const id = channel && word(channel, 'id');
      if (id) return { tenant, conversation: id };
    }
    return undefined;
  }

  async #listed(): Promise<readonly Listed[]> {
    const listed = await Promise.all(
      this.#urls.teams().map(({ tenant, team }) => this.#team(tenant, team).catch(() => undefined)),
    );
    return listed.filter((each) => each !== undefined);
  }

  #team(tenant: string, team: string): Promise<Listed> {
    const known = this.#teams.get(team);
    if (known) return known;
    const asked = this.#connector.team(tenant, team, { expects: gone }).then((found) => ({ tenant, team, ...found }));
    this.#teams.set(team, asked);
    asked.catch(() => this.#teams.delete(team));
    return asked;
  }
}

interface Listed {
  readonly tenant: string;
  readonly team: string;
  readonly name: string;
  readonly channels: readonly Payload[];
}

/** The connector leaves out the name of the channel that every team has. */
function nameOf(channel: Payload, team: string, teamName: string): string {
  return word(channel, 'name') ?? (channel.id === team ? 'General' : teamName);
}

const isClosed = ({ type }: Payload): boolean => type === 'private' || type === 'shared';

const gone = ['ConversationNotFound', 'BotNotInConversationRoster', 'http_404', 'BadArgument'];
