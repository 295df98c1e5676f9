import type { JsonObject } from '../slack/json.ts';

/** What the bot is in this tenant, and its secret. */
export interface Identity {
  readonly tenantId: string;
  readonly appId: string;
  readonly appPassword: string;
  /** `28:` and the app id: who the bot is among the members of a conversation. */
  readonly botId: string;
  readonly botName: string;
}

/** Somebody with an account in the tenant. */
export interface TeamsPerson {
  /** `29:…`, what the bot knows the person by. */
  readonly id: string;
  readonly aadObjectId: string;
  /** The part before the @ of the address, for tests. */
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Has the app; without it the bot may not write to them. */
  readonly hasApp: boolean;
  readonly isGuest: boolean;
}

/** A team: people and their channels. */
export interface Team {
  /** The id of its General channel, as in Teams. */
  readonly id: string;
  readonly aadGroupId: string;
  readonly name: string;
  /** Ids of people. */
  readonly members: ReadonlySet<string>;
  /** The bot is in the team. */
  readonly hasApp: boolean;
  /** The team has consented to ChannelMessage.Read.Group: the bot hears every message. */
  readonly hearsAll: boolean;
}

/** A channel of a team. */
export interface TeamsChannel {
  readonly kind: 'channel';
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  /** Ids of the people of a private channel; absent where it is the whole team's. */
  readonly members?: ReadonlySet<string>;
}

/** The chat of one person with the bot. */
export interface PersonalChat {
  readonly kind: 'personal';
  readonly id: string;
  readonly personId: string;
}

/** A chat of several people, the bot among them. It has no threads. */
export interface GroupChat {
  readonly kind: 'groupChat';
  readonly id: string;
  readonly name: string;
  /** Ids of people. */
  readonly members: ReadonlySet<string>;
  /** The bot hears every message (ChatMessage.Read.Chat), not only mentions. */
  readonly hearsAll: boolean;
}

export type Conversation = TeamsChannel | PersonalChat | GroupChat;

/** An emoji that somebody put under a message. */
export interface Reaction {
  readonly type: string;
  readonly personId: string;
}

/** The message that another one in a chat answers to, as it stands above that one. */
export interface Quote {
  readonly id: string;
  readonly author: string;
  readonly text: string;
}

/** A message as it stands in a conversation. */
export interface TeamsMessage {
  /** Milliseconds of Unix time, as Teams numbers messages. */
  readonly id: string;
  readonly conversationId: string;
  /** In a channel: the id of the message that began the thread; its own for that one. */
  readonly threadId?: string;
  /** Id of a person, or of the bot. */
  readonly from: string;
  readonly text: string;
  readonly quote?: Quote;
  /** Ids of files that lie with the team of a channel: people see them with the message, the bot is not told. */
  readonly sharedFiles?: readonly string[];
  readonly textFormat: string;
  readonly summary?: string;
  readonly attachments: readonly JsonObject[];
  readonly entities: readonly JsonObject[];
  readonly createdAt: Date;
  readonly editedAt?: Date;
  readonly isDeleted: boolean;
  readonly reactions: readonly Reaction[];
  /** Cards that only one person sees in the message's place: person's id → card. */
  readonly ownViews: Readonly<Record<string, JsonObject>>;
}

/** A file somebody gave, or the bot uploaded. */
export interface TeamsFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
  readonly thumbnail?: Buffer;
}

/** A task module that a person has open. */
export interface TaskModule {
  readonly title: string;
  readonly card: JsonObject;
  /** Where its words go when it is submitted. */
  readonly origin: TaskOrigin;
  /** What has been typed so far: input's id → value. */
  readonly typed: Readonly<Record<string, string>>;
}

/** What opened a task module: a button of a message, or a command of the message extension. */
export type TaskOrigin =
  | { readonly kind: 'card'; readonly conversationId: string; readonly messageId: string }
  | { readonly kind: 'command'; readonly value: JsonObject; readonly conversationId: string };

/** A request of the bot. */
export interface Call {
  readonly number: number;
  /** The connector's own name for it, such as `sendToConversation`; `token` for the login service. */
  readonly operation: string;
  readonly path: string;
  readonly body: JsonObject;
  readonly at: Date;
  readonly ms: number;
  readonly status: number | 'reset';
  readonly answer: JsonObject;
  /** The activity that the bot says it was handling. */
  readonly event?: string;
}
