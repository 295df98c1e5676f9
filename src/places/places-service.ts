import { LRUCache } from 'lru-cache';
import type { Chat } from '../chat/chat.ts';
import { type Place, platformOf } from '../chat/refs.ts';
import type { ChannelConfig, DeskConfig, PlaceNames } from '../config/desk-config.ts';

export interface PlacesParts {
  readonly chat: Chat;
  readonly config: () => DeskConfig;
}

const foundLastsMs = 10 * 60_000;
/** A channel that was not there may have been made since. */
const missingLastsMs = 30_000;

/** The channels that desk.yaml names, as places. */
export class PlacesService {
  readonly #parts: PlacesParts;
  readonly #found = new LRUCache<string, { readonly place: Place | undefined }>({ max: 1_000 });

  constructor(parts: PlacesParts) {
    this.#parts = parts;
  }

  /** Where a team's agent cards go; undefined when it has no such place, or it cannot be found. */
  async triage(teamId: string): Promise<Place | undefined> {
    const team = this.#parts.config().teams.find(({ id }) => id === teamId);
    return team ? this.#first(team.triage) : undefined;
  }

  /** Whether some team's agent cards go there. */
  async isTriage(conversation: Place): Promise<boolean> {
    const platform = platformOf(conversation);
    for (const { triage } of this.#parts.config().teams) {
      const name = triage[platform];
      if (name && (await this.#find(platform, name)) === conversation) return true;
    }
    return false;
  }

  /** What desk.yaml says of a conversation in which people ask. */
  async channel(conversation: Place): Promise<ChannelConfig | undefined> {
    for (const channel of this.#parts.config().channels) {
      const name = channel.place[platformOf(conversation)];
      if (name && (await this.#find(platformOf(conversation), name)) === conversation) return channel;
    }
    return undefined;
  }

  /** Those of the places in which others than one person and the desk read along. */
  async shared(places: readonly Place[]): Promise<readonly Place[]> {
    const { chat } = this.#parts;
    const direct = await Promise.all(
      places.map(async (place) => (await chat.at(place).about(chat.at(place).conversationOf(place))).isDirect),
    );
    return places.filter((_, index) => !direct[index]);
  }

  /** Looks for what was not there the next time that it is asked for. */
  forgetMissing(): void {
    for (const [name, { place }] of this.#found.entries()) if (!place) this.#found.delete(name);
  }

  /** Looks every named channel up once, so that the desk joins what it can and what is missing is told at the start. */
  async visitAll(): Promise<readonly string[]> {
    const { channels, teams } = this.#parts.config();
    const missing: string[] = [];
    for (const names of [...teams.map(({ triage }) => triage), ...channels.map(({ place }) => place)]) {
      for (const { platform } of this.#parts.chat.adapters) {
        const name = names[platform];
        if (name && !(await this.#find(platform, name))) missing.push(`${platform}: ${name}`);
      }
    }
    return [...new Set(missing)];
  }

  async #first(names: PlaceNames): Promise<Place | undefined> {
    for (const { platform } of this.#parts.chat.adapters) {
      const name = names[platform];
      const place = name && (await this.#find(platform, name));
      if (place) return place;
    }
    return undefined;
  }

  async #find(platform: string, name: string): Promise<Place | undefined> {
    const key = `${platform}:${name}`;
    const known = this.#found.get(key);
    if (known) return known.place;
    const place = await this.#parts.chat.at(key).find(name);
    this.#found.set(key, { place }, { ttl: place ? foundLastsMs : missingLastsMs });
    return place;
  }
}
