import type { ActionId, FormId } from './actions.ts';
import type { FormValues } from './form.ts';
import type { MessageRef, PersonRef, Place } from './refs.ts';

/** Something a person did on a platform. Plain data: it is stored and handled again after a crash. */
export type ChatEvent =
  | MessageEvent
  | CommandEvent
  | ActionEvent
  | FormEvent
  | ReactionEvent
  | JoinedEvent
  | HomeOpenedEvent
  | SearchEvent;

interface Base {
  /** Unique per delivery and the same for a repeated one: the key for once-only handling. */
  readonly id: string;
  readonly person: PersonRef;
  /** The conversation it happened in; a direct one where the platform names none (home, shortcuts). */
  readonly place: Place;
  readonly at: Date;
  /** Kinds of secrets that the person wrote and that were taken out of these words before anything else. */
  readonly hidden?: readonly string[];
  /** The same, of what another person wrote. */
  readonly hiddenOfOthers?: readonly string[];
}

/** How a conversation is open: to two, to a few, or to a channel's members. */
export type Setting = 'direct' | 'group' | 'channel';

export interface MessageEvent extends Base {
  readonly kind: 'message';
  readonly change: 'new' | 'edited' | 'deleted';
  readonly message: MessageRef;
  readonly setting: Setting;
  /** The thread it belongs to, which it may have begun itself. */
  readonly thread: Place;
  /** Whether it answers an earlier message of the thread. */
  readonly isReply: boolean;
  /** Whether it names the desk by a mention; the mention itself is not in the text. */
  readonly mentionsDesk: boolean;
  /** What the person typed, as plain text: no markup, mentions as `@Name`. Empty when deleted. */
  readonly text: string;
  readonly files: readonly Attachment[];
  readonly permalink?: string;
  /** An alert of another bot, where the desk listens to them: it is nobody's issue. */
  readonly isFromBot?: true;
  /** How often it is being handled, this time included; absent the first time. */
  readonly attempt?: number;
  /** The message that these words answer, where people answer by quoting one: a chat without threads. */
  readonly quoted?: { readonly message: MessageRef; readonly text: string };
}

export interface Attachment {
  /** Opaque; its adapter can fetch the content by it. */
  readonly ref: string;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: number;
}

export interface CommandEvent extends Base {
  readonly kind: 'command';
  /** What stands after `/desk`, trimmed, as plain text. */
  readonly text: string;
  /** How to answer privately; opaque, may expire. */
  readonly answerTo?: string;
  /** How to open a form; opaque, lives about 3 s in Slack. */
  readonly trigger?: string;
}

export interface ActionEvent extends Base {
  readonly kind: 'action';
  readonly action: ActionId;
  readonly value: string;
  /** The message whose button was clicked; absent in a home page or shortcut. */
  readonly card?: MessageRef;
  /** The thread in which that message stands. */
  readonly thread?: Place;
  readonly clickedIn: 'message' | 'whisper' | 'home' | 'shortcut';
  /** The message that a shortcut was used on. */
  readonly target?: QuotedMessage;
  readonly answerTo?: string;
  readonly trigger?: string;
}

/** Somebody's message as another person's action sees it. */
export interface QuotedMessage {
  readonly message: MessageRef;
  readonly thread: Place;
  readonly place: Place;
  readonly author: PersonRef;
  /** Whether a bot (this desk, too) wrote it. */
  readonly isFromBot: boolean;
  readonly text: string;
  readonly files: readonly Attachment[];
  readonly at: Date;
  readonly permalink?: string;
}

export interface FormEvent extends Base {
  readonly kind: 'form';
  readonly form: FormId;
  /** What {@link Form.value} was. */
  readonly value: string;
  readonly values: FormValues;
  /** Where the button stood that opened it, if it was a message's. */
  readonly thread?: Place;
}

export interface ReactionEvent extends Base {
  readonly kind: 'reaction';
  /** Without colons and skin tone: `ticket`. */
  readonly emoji: string;
  readonly message: MessageRef;
}

/** The desk, or a person, came into a conversation. */
export interface JoinedEvent extends Base {
  readonly kind: 'joined';
  readonly who: 'desk' | 'person';
}

export interface HomeOpenedEvent extends Base {
  readonly kind: 'homeOpened';
}

/** A search from the compose box (Teams' message extension). */
export interface SearchEvent extends Base {
  readonly kind: 'search';
  readonly text: string;
}
