/** What the page and its server say to each other of Teams, as JSON. Cards stay as the desk writes them. */
import type { WireFile, WireObject } from '../wire.ts';

export interface WireTeamsPerson {
  /** `29:…`, what the bot knows the person by. */
  readonly id: string;
  /** What a people picker sends. */
  readonly objectId: string;
  readonly realName: string;
  /** In lower case; by it one person is the same in Slack and in Teams. */
  readonly email: string;
  readonly role: string;
}

export interface WireTeam {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** A channel, a chat with the desk, or a group chat. */
export interface WirePlace {
  readonly id: string;
  readonly kind: 'channel' | 'personal' | 'groupChat';
  readonly name: string;
  /** Of a channel: the id of its team. */
  readonly team?: string;
  /** Of a chat or a private channel; any other channel has those of its team. */
  readonly members: readonly string[];
  readonly isPrivate: boolean;
}

export interface WireMention {
  /** The tag that stands for it in the text: `<at>Ben Okafor</at>`. */
  readonly text: string;
  readonly id: string;
}

/** A message that another one answers to, as it stands above it. */
export interface WireQuote {
  readonly id: string;
  readonly author: string;
  readonly text: string;
}

export interface WireTeamsReaction {
  /** `like`, `heart`, `1f3ab_ticket`. */
  readonly type: string;
  readonly people: readonly string[];
}

export interface WirePost {
  /** Milliseconds of Unix time. */
  readonly id: string;
  readonly place: string;
  /** In a channel: the message that began the thread; its own id for that one. */
  readonly thread?: string;
  /** A person, or the bot. */
  readonly from: string;
  readonly text: string;
  readonly format: string;
  readonly mentions: readonly WireMention[];
  readonly cards: readonly WireObject[];
  /** Person → the card that they see instead. */
  readonly ownCards: Readonly<Record<string, WireObject>>;
  readonly files: readonly WireFile[];
  /** Pictures that the desk sent within the message, as `data:` addresses. */
  readonly pictures: readonly { readonly name: string; readonly url: string }[];
  readonly quote?: WireQuote;
  readonly isEdited: boolean;
  readonly isDeleted: boolean;
  readonly reactions: readonly WireTeamsReaction[];
}

export interface WireTask {
  readonly title: string;
  readonly card: WireObject;
}

export interface TeamsSnapshot {
  readonly bot: { readonly id: string; readonly name: string };
  readonly people: readonly WireTeamsPerson[];
  readonly teams: readonly WireTeam[];
  readonly places: readonly WirePlace[];
  readonly posts: readonly WirePost[];
  /** Person → the form that lies open before them. */
  readonly tasks: Readonly<Record<string, WireTask>>;
}

/** Each carries the newest state of its thing, so that it may come twice. */
export type TeamsUpdate =
  | { readonly kind: 'post'; readonly post: WirePost }
  | { readonly kind: 'typing'; readonly place: string }
  | { readonly kind: 'task'; readonly person: string; readonly task?: WireTask }
  | { readonly kind: 'person'; readonly person: WireTeamsPerson }
  | { readonly kind: 'team'; readonly team: WireTeam };

/** Something that a search of the message extension found. */
export interface WireFound {
  readonly title: string;
  readonly text: string;
  /** What is put into the message when it is picked. */
  readonly card: WireObject;
}

/** What came of an act. */
export interface TeamsAnswer {
  /** Why nothing or not all of it came about. */
  readonly trouble?: string;
  /** What the desk says in passing. */
  readonly notice?: string;
  readonly found?: readonly WireFound[];
}
