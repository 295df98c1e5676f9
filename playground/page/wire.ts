/** What the page and its server say to each other, as JSON. Slack's own shapes stay as Slack writes them. */
import type { TeamsSnapshot, TeamsUpdate } from './teams/wire.ts';

export type WireJson = null | boolean | number | string | readonly WireJson[] | WireObject;
export interface WireObject {
  readonly [key: string]: WireJson | undefined;
}

export interface WirePerson {
  readonly id: string;
  /** The handle, as in @dana. */
  readonly name: string;
  readonly realName: string;
  /** By it one person is the same in Slack and in Teams. */
  readonly email?: string;
  /** In a word or two: `employee`, `agent · IT support`. */
  readonly role: string;
  readonly isBot: boolean;
  readonly isGone: boolean;
}

export interface WireChannel {
  readonly id: string;
  readonly type: 'channel' | 'group' | 'im';
  readonly name: string;
  readonly topic: string;
  readonly isArchived: boolean;
  readonly members: readonly string[];
}

export interface WireReaction {
  readonly name: string;
  readonly users: readonly string[];
}

export interface WireFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  /** What a picture shows, where its sender has said so. */
  readonly alt?: string;
  /** Bytes. */
  readonly size: number;
}

export interface WireMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
  readonly subtype?: string;
  readonly user?: string;
  readonly text: string;
  readonly blocks: readonly WireObject[];
  readonly isEdited: boolean;
  readonly reactions: readonly WireReaction[];
  readonly files: readonly WireFile[];
  /** Who alone sees it; undefined for a message that everybody sees. */
  readonly onlyFor?: string;
}

export interface WireView {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly title: string;
  readonly submit?: string;
  readonly close: string;
  readonly blocks: readonly WireObject[];
  /** block_id → action_id → what stands there. */
  readonly values: Readonly<Record<string, Readonly<Record<string, WireObject>>>>;
  /** block_id → what is wrong there. */
  readonly errors: Readonly<Record<string, string>>;
}

export type WirePlatform = 'slack' | 'teams';

/** A request that the desk made to a platform. */
export interface WireCall {
  readonly platform: WirePlatform;
  readonly number: number;
  readonly method: string;
  readonly ms: number;
  readonly status: string;
  readonly isFine: boolean;
}

/** Something that happened, and what the desk made of it. */
export interface Happening {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Where it happened; undefined for what the desk did by itself. */
  readonly platform?: WirePlatform;
  /** The person's id; undefined for what the desk did by itself. */
  readonly who?: string;
  readonly deed: string;
  /** The kind of event, as the desk calls it. */
  readonly kind?: string;
  readonly flow?: string;
  readonly outcome?: 'done' | 'refused' | 'failed';
  /** How long the flow took. */
  readonly ms?: number;
  readonly tickets: readonly string[];
  /** How the desk took the delivery: `200 in 4 ms`. */
  readonly taken?: string;
  readonly calls: readonly WireCall[];
}

export interface Snapshot {
  readonly team: string;
  readonly bot: string;
  readonly people: readonly WirePerson[];
  readonly channels: readonly WireChannel[];
  readonly messages: readonly WireMessage[];
  /** Person → what lies open before them, the top last. */
  readonly modals: Readonly<Record<string, readonly WireView[]>>;
  readonly homes: Readonly<Record<string, WireView>>;
  readonly happenings: readonly Happening[];
  /** Channel → the id of the person whose talk with the desk it is. */
  readonly directs: Readonly<Record<string, string>>;
  readonly teams: TeamsSnapshot;
}

/** One line of the live stream. Each carries the newest state of its thing, so that it may come twice. */
export type Update =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'message'; readonly message: WireMessage }
  | { readonly kind: 'message gone'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'modals'; readonly person: string; readonly views: readonly WireView[] }
  | { readonly kind: 'home'; readonly person: string; readonly view: WireView }
  | { readonly kind: 'person'; readonly person: WirePerson }
  | { readonly kind: 'channel'; readonly channel: WireChannel }
  | { readonly kind: 'happening'; readonly happening: Happening }
  | { readonly kind: 'teams'; readonly update: TeamsUpdate };

/** What came of an act. */
export interface ActAnswer {
  /** Why nothing or not all of it came about. */
  readonly trouble?: string;
  /** What the form's fields are refused for: block_id → text. */
  readonly errors?: Readonly<Record<string, string>>;
}
