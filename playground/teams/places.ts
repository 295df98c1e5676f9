import type { Changes } from './changes.ts';
import { digest, guidOf } from './ids.ts';
import type { Conversation, GroupChat, Identity, PersonalChat, Team, TeamsChannel, TeamsPerson } from './model.ts';
import type { People, PersonRef } from './people.ts';

/** A channel to begin with, by its name, or with an id of one's own such as `19:abc@thread.tacv2`. */
export type ChannelSeed =
  | string
  | {
      readonly name: string;
      readonly id?: string;
      /** Makes it a private channel of these; a channel of the whole team when left out. */
      readonly members?: readonly PersonRef[];
    };

/** A team to begin with. */
export interface TeamSeed {
  readonly name: string;
  readonly members: 'everyone' | readonly PersonRef[];
  /** The first of them is the one that Teams calls General. */
  readonly channels: readonly ChannelSeed[];
  /** The bot is in the team; true when left out. */
  readonly hasApp?: boolean;
  /** The bot hears every message, not only mentions; false when left out. */
  readonly hearsAll?: boolean;
}

/** A group chat to begin with; the bot is in it. */
export interface GroupChatSeed {
  readonly name: string;
  readonly members: readonly PersonRef[];
  readonly hearsAll?: boolean;
}

/** A conversation, by itself, by id, or a channel by name with or without # (`IT support/it-triage` where names clash). */
export type PlaceRef = string | Conversation;

interface PlacesParts {
  readonly people: People;
  readonly identity: Identity;
  readonly changes: Changes;
}

/** The teams with their channels, and everyone's chat with the bot. */
export class Places {
  readonly #teams = new Map<string, Team>();
  readonly #channels = new Map<string, TeamsChannel>();
  readonly #groups = new Map<string, GroupChat>();
  readonly #parts: PlacesParts;

  constructor(seeds: readonly TeamSeed[], parts: PlacesParts) {
    this.#parts = parts;
    for (const seed of seeds) this.addTeam(seed);
  }

  get teams(): readonly Team[] {
    return [...this.#teams.values()];
  }

  get channels(): readonly TeamsChannel[] {
    return [...this.#channels.values()];
  }

  team(id: string): Team | undefined {
    return this.#teams.get(id);
  }

  get groupChats(): readonly GroupChat[] {
    return [...this.#groups.values()];
  }

  /** The team of a channel. */
  teamOf(channel: TeamsChannel): Team {
    const team = this.#teams.get(channel.teamId);
    if (!team) throw new Error(`The channel ${channel.name} is in no team.`);
    return team;
  }

  /** @throws Error when there is no such team */
  teamCalled(ref: string | Team): Team {
    const wanted = typeof ref === 'string' ? ref : ref.id;
    const found = this.teams.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
    if (!found) throw new Error(`There is no team ${wanted}.`);
    return found;
  }

  /** The person's chat with the bot; always the same one. */
  chatOf(person: TeamsPerson): PersonalChat {
    const { appId } = this.#parts.identity;
    return {
      kind: 'personal',
      id: `a:1${digest('chat', appId, person.aadObjectId).slice(0, 40)}`,
      personId: person.id,
    };
  }

  /** Finds by id only, as the connector does. */
  byId(id: string): Conversation | undefined {
    if (!id.startsWith('a:')) return this.#channels.get(id) ?? this.#groups.get(id);
    return this.#parts.people
      .all()
      .map((person) => this.chatOf(person))
      .find((chat) => chat.id === id);
  }

  /** @throws Error when there is no such place */
  called(ref: PlaceRef): Conversation {
    if (typeof ref !== 'string') return ref;
    const name = ref.replace(/^#/, '').toLowerCase();
    const isCalled = (channel: TeamsChannel) =>
      [channel.name, `${this.teamOf(channel).name}/${channel.name}`].some((one) => one.toLowerCase() === name);
    const group = () => this.groupChats.find((chat) => chat.name.toLowerCase() === name);
    const found = this.byId(ref) ?? this.channels.find(isCalled) ?? group();
    if (!found) throw new Error(`There is no channel or chat ${ref} in this tenant.`);
    return found;
  }

  addTeam(seed: TeamSeed): Team {
    const { people } = this.#parts;
    const members = seed.members === 'everyone' ? people.all() : seed.members.map((one) => people.called(one));
    const channels: readonly Exclude<ChannelSeed, string>[] = seed.channels.map((one) =>
      typeof one === 'string' ? { name: one } : one,
    );
    const ids = channels.map(
      ({ name, id }) => id ?? `19:${digest('channel', seed.name, name).slice(0, 32)}@thread.tacv2`,
    );
    const team = this.#put({
      id: ids[0] ?? `19:${digest('team', seed.name).slice(0, 32)}@thread.tacv2`,
      aadGroupId: guidOf('team', seed.name),
      name: seed.name,
      members: new Set(members.map(({ id }) => id)),
      hasApp: seed.hasApp ?? true,
      hearsAll: seed.hearsAll ?? false,
    });
    for (const [at, { name, members }] of channels.entries()) {
      this.addChannel(team, { name, id: ids[at] ?? team.id, ...(members ? { members } : {}) });
    }
    return team;
  }

  addChannel(team: Team, { name, id, members }: Exclude<ChannelSeed, string>): TeamsChannel {
    const own = id ?? `19:${digest('channel', team.name, name).slice(0, 32)}@thread.tacv2`;
    const only = members?.map((one) => this.#parts.people.called(one).id);
    const channel: TeamsChannel = {
      ...{ kind: 'channel', id: own, name, teamId: team.id },
      ...(only ? { members: new Set(only) } : {}),
    };
    this.#channels.set(own, channel);
    return channel;
  }

  addGroupChat({ name, members, hearsAll = false }: GroupChatSeed): GroupChat {
    const ids = new Set(members.map((one) => this.#parts.people.called(one).id));
    const id = `19:${digest('group', name, ...ids).slice(0, 32)}@thread.v2`;
    const chat: GroupChat = { kind: 'groupChat', id, name, members: ids, hearsAll };
    this.#groups.set(id, chat);
    return chat;
  }

  change(team: Team, change: Partial<Pick<Team, 'members' | 'hasApp' | 'hearsAll' | 'name'>>): Team {
    return this.#put({ ...team, ...change });
  }

  /** Who is in a conversation, the bot aside. */
  membersOf(conversation: Conversation): readonly TeamsPerson[] {
    return [...this.#memberIds(conversation)].map((id) => this.#parts.people.called(id));
  }

  /** The bot may write there: it is in the team, or the person has the app. */
  botIsIn(conversation: Conversation): boolean {
    if (conversation.kind === 'channel') return this.teamOf(conversation).hasApp;
    if (conversation.kind === 'groupChat') return true;
    return this.#parts.people.called(conversation.personId).hasApp;
  }

  /** The bot is told every message there, not only those that mention it. */
  botHearsAllIn(conversation: Conversation): boolean {
    if (!this.botIsIn(conversation)) return false;
    if (conversation.kind === 'personal') return true;
    return conversation.kind === 'channel' ? this.teamOf(conversation).hearsAll : conversation.hearsAll;
  }

  #memberIds(conversation: Conversation): Iterable<string> {
    if (conversation.kind === 'channel') return conversation.members ?? this.teamOf(conversation).members;
    return conversation.kind === 'groupChat' ? conversation.members : [conversation.personId];
  }

  #put(team: Team): Team {
    this.#teams.set(team.id, team);
    this.#parts.changes.tell({ kind: 'team changed', team });
    return team;
  }
}
