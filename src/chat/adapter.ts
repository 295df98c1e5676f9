import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Card } from './card.ts';
import type { Attachment, ChatEvent, QuotedMessage } from './event.ts';
import type { MessageRef, PersonRef, Place, Platform } from './refs.ts';
import type { Turn } from './turn.ts';

/** What the desk needs of a platform. Every failure to reach it is a `DeliveryError`. */
export interface ChatAdapter {
  readonly platform: Platform;
  /** What people write before a command's words. */
  readonly command: string;
  /** What the one HTTP server hands to this adapter, before any body parser. */
  readonly routes: readonly Route[];

  /**
   * Begins to take events. The platform is answered only after `deliver` has come back (or 2.5 s have passed for a
   * click); when `deliver` throws, the platform is told to try again.
   */
  start(deliver: (turn: Turn) => Promise<void>): Promise<void>;
  /** Stops taking events and waits for those in hand. */
  stop(): Promise<void>;
  /** A turn for an event that was stored earlier. */
  turn(event: ChatEvent): Turn;

  /** Posts and gives the message's reference. With a mark it is safe to call after a failure that may have arrived. */
  post(place: Place, card: Card, options?: PostOptions): Promise<MessageRef>;
  update(message: MessageRef, card: Card): Promise<void>;
  /** The conversation with one person. */
  direct(person: PersonRef): Promise<Place>;
  showHome(person: PersonRef, card: Card): Promise<void>;
  /**
   * Puts a file into a place and gives the reference of its message, where the platform tells one.
   * @param id as {@link Mark.id}
   */
  upload(place: Place, file: OutgoingFile, id: string): Promise<MessageRef | undefined>;
  /** @throws DeliveryError when it is gone or larger than `maxBytes` */
  download(file: Attachment, maxBytes: number): Promise<Uint8Array>;

  profile(person: PersonRef): Promise<Profile | undefined>;
  /** A person by what desk.yaml calls them: an e-mail, or this platform's id (`slack:U024BE7LH`). */
  lookup(emailOrId: string): Promise<PersonRef | undefined>;
  /** A conversation by what desk.yaml calls it: `#name` or an id. Joins it where the platform lets it. */
  find(nameOrId: string): Promise<Place | undefined>;
  about(place: Place): Promise<PlaceInfo>;
  /** Everybody who reads along there, apart from the desk itself. */
  members(place: Place): Promise<readonly PersonRef[]>;
  message(ref: MessageRef): Promise<QuotedMessage | undefined>;
  /** The thread that begins at a message (or that the message is part of, where the platform can tell). */
  threadOf(message: MessageRef): Place;
  /** The message that begins a thread; nothing for a place that is no thread. */
  rootOf(thread: Place): MessageRef | undefined;
  /** The conversation a thread or message is in. */
  conversationOf(ref: Place | MessageRef): Place;
  permalink(message: MessageRef): Promise<string | undefined>;
}

export interface PostOptions {
  /** Whether an earlier attempt may have arrived: then the message is looked for by its mark before it is posted. */
  readonly mayHaveArrived?: boolean;
  /** `prompt` goes before `normal` in the place's queue. */
  readonly urgency?: 'prompt' | 'normal';
}

export interface Route {
  readonly method: 'post' | 'get';
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface OutgoingFile {
  readonly name: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
  /** What a picture shows, for who cannot see it; at most 1,000 characters. */
  readonly alt?: string;
  /** Said with the file, as data. */
  readonly comment?: Card;
}

/** A person as their platform knows them. */
export interface Profile {
  readonly ref: PersonRef;
  readonly name: string;
  readonly email?: string;
  /** IANA. */
  readonly timeZone?: string;
  /** BCP 47, for example `de-DE`. */
  readonly locale?: string;
  readonly isActive: boolean;
  readonly isBot: boolean;
}

export interface PlaceInfo {
  readonly name: string;
  readonly isDirect: boolean;
  /** Only those who were let in can read it. */
  readonly isPrivate: boolean;
}
