import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import type { Channel, Identity } from './model.ts';
import type { People } from './people.ts';

/** A channel to begin with. */
export interface ChannelSeed {
  /** As Slack makes them: C and capitals or digits. */
  readonly id: string;
  readonly name: string;
  readonly private?: boolean;
  /** Ids of people, or everyone who has an account. */
  readonly members: readonly string[] | 'everyone';
  readonly botIsMember?: boolean;
  readonly archived?: boolean;
}

interface ChannelParts {
  readonly people: People;
  readonly identity: Identity;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly changes: Changes;
}

/** Every conversation: channels, private channels, and the direct messages with the app. */
export class Channels {
  readonly #byId = new Map<string, Channel>();
  readonly #parts: ChannelParts;

  constructor(seeds: readonly ChannelSeed[], parts: ChannelParts) {
    this.#parts = parts;
    for (const seed of seeds) this.#byId.set(seed.id, this.#grown(seed));
  }

  all(): readonly Channel[] {
    return [...this.#byId.values()];
  }

  byId(id: string): Channel | undefined {
    return this.#byId.get(id);
  }

  /** Finds a public or private channel by its name, with or without the #. */
  byName(name: string): Channel | undefined {
    const bare = name.replace(/^#/, '');
    return this.all().find((one) => one.type !== 'im' && one.name === bare);
  }

  /**
   * Finds a channel by id or name, for tests and the page.
   * @throws Error when there is none
   */
  called(ref: string | Channel): Channel {
    if (typeof ref !== 'string') return this.called(ref.id);
    const channel = this.byId(ref) ?? this.byName(ref);
    if (!channel) throw new Error(`There is no channel ${ref} in this workspace.`);
    return channel;
  }

  /** The person's direct message with the app; it is made the first time. */
  dmOf(personId: string): Channel {
    const { ids, clock, identity } = this.#parts;
    const known = this.all().find((one) => one.type === 'im' && one.members.has(personId));
    if (known) return known;
    const members = new Set([personId, identity.botUserId]);
    return this.#keep({ ...blank(ids.next('D'), clock), type: 'im', name: '', creator: personId, members });
  }

  /** Makes a channel of which only its maker is a member. */
  create(name: string, options: { isPrivate: boolean; creator: string }): Channel {
    const { ids, clock } = this.#parts;
    return this.#keep({
      ...blank(ids.next('C'), clock),
      type: options.isPrivate ? 'group' : 'channel',
      name,
      creator: options.creator,
      members: new Set([options.creator]),
    });
  }

  /** Says that something about a channel has changed. */
  touch(channel: Channel): void {
    this.#parts.changes.tell({ kind: 'channel changed', channel });
  }

  #keep(channel: Channel): Channel {
    this.#byId.set(channel.id, channel);
    this.touch(channel);
    return channel;
  }

  #grown(seed: ChannelSeed): Channel {
    const { people, identity, clock } = this.#parts;
    const humans = people.all().filter((one) => !one.isBot && !one.deactivated && one.id !== 'USLACKBOT');
    const members = new Set(seed.members === 'everyone' ? humans.map((one) => one.id) : seed.members);
    if (seed.botIsMember) members.add(identity.botUserId);
    return {
      ...blank(seed.id, clock),
      type: seed.private ? 'group' : 'channel',
      name: seed.name,
      archived: seed.archived ?? false,
      creator: [...members][0] ?? identity.botUserId,
      members,
    };
  }
}

function blank(id: string, clock: Clock) {
  return { id, archived: false, topic: '', purpose: '', createdAt: clock.now() };
}
