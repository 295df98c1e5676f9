import type { JsonObject } from './json.ts';

/** Somebody who has an account in the workspace. */
export interface Person {
  readonly id: string;
  /** The handle, as in @dana. */
  readonly name: string;
  readonly realName: string;
  readonly email?: string;
  /** IANA name of the time zone. */
  readonly tz: string;
  /** BCP 47, as in en-GB. */
  readonly locale: string;
  readonly deactivated: boolean;
  readonly guest: boolean;
  readonly isBot: boolean;
}

/** How Slack names the kinds of conversation in an event's channel_type. */
export type ChannelType = 'channel' | 'group' | 'im';

/** A conversation: a public channel, a private one (group), or somebody's direct message with the app (im). */
export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  name: string;
  archived: boolean;
  topic: string;
  purpose: string;
  readonly createdAt: Date;
  readonly creator: string;
  /** Ids of persons, the app's own among them where it is a member. */
  readonly members: Set<string>;
}

/** One emoji under a message, in Slack's shape. */
export type Reaction = {
  readonly name: string;
  readonly users: readonly string[];
  readonly count: number;
};

/** A message in Slack's own shape (snake case), with the id of its channel. */
export interface SlackMessage {
  readonly type: 'message';
  readonly subtype?: string;
  readonly channel: string;
  readonly ts: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly team: string;
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
  readonly metadata?: JsonObject;
  readonly client_msg_id?: string;
  readonly thread_ts?: string;
  readonly parent_user_id?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly reactions?: readonly Reaction[];
  readonly files?: readonly JsonObject[];
  readonly inviter?: string;
  readonly hidden?: boolean;
}

/** A message that only one person sees, until they reload Slack. */
export interface EphemeralMessage {
  readonly ephemeral: true;
  readonly channel: string;
  readonly ts: string;
  /** The person who sees it. */
  readonly to: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
}

/** A modal or an App Home in Slack's own shape. */
export interface SlackView {
  readonly id: string;
  readonly team_id: string;
  readonly type: 'modal' | 'home';
  readonly blocks: readonly JsonObject[];
  readonly title?: JsonObject;
  readonly submit?: JsonObject;
  readonly close?: JsonObject;
  readonly private_metadata: string;
  readonly callback_id: string;
  readonly external_id: string;
  readonly state: { readonly values: ViewValues };
  readonly hash: string;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
  readonly app_id: string;
  readonly app_installed_team_id: string;
  readonly bot_id: string;
}

/** What stands in a view's inputs: block_id → action_id → the element's value. */
export type ViewValues = { readonly [blockId: string]: { readonly [actionId: string]: JsonObject } };

/** A file that lies in the workspace. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly content: Buffer;
  /** Id of the person (or of the app) who uploaded it. */
  readonly user: string;
  readonly createdAt: Date;
  readonly altText?: string;
  readonly channels: readonly string[];
}

/** Who the workspace and the app in it are. */
export interface Identity {
  readonly teamId: string;
  readonly teamName: string;
  readonly teamDomain: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

/** One request that the app made: a Web API method, an upload, or a response_url. */
export interface Call {
  readonly number: number;
  /** The method's name, `response_url` or `upload`. */
  readonly method: string;
  readonly args: JsonObject;
  readonly at: Date;
  readonly ms: number;
  /** HTTP status, or `reset` when the connection was cut. */
  readonly status: number | 'reset';
  readonly answer: JsonObject;
  /** What the app put into the header x-deskhand-event, where it did. */
  readonly event?: string;
}
