import type { Attachment } from '../chat/event.ts';
import type { MessageRef, Place } from '../chat/refs.ts';

/** What was said about a ticket. Kept by the platform's message id, so that a repeated delivery changes nothing. */
export interface Remark {
  /** The platform's message reference, or `form:<event id>` for words from a form. */
  readonly id: string;
  readonly ticket: string;
  readonly author: string;
  /** Whose side the author speaks for. */
  readonly side: 'requester' | 'agent';
  /** `internal`: for agents' eyes until one of them sends it. */
  readonly visibility: 'public' | 'internal';
  readonly text: string;
  readonly files: readonly Attachment[];
  /** The thread it was said in; absent for words from a form. */
  readonly thread?: Place;
  readonly at: Date;
  readonly editedAt?: Date;
  readonly deletedAt?: Date;
  /** The ticket's own first words: the card already shows the text, only files (and the rest of a long text) are copied. */
  readonly isDescription: boolean;
  /** Goes up with every edit; a copy with a lower one is behind. */
  readonly version: number;
  readonly copies: readonly Copy[];
  /** Whether some thread still has to get it. */
  readonly owing: boolean;
}

/** The id of a message's words as the first of a ticket, when the message was taken for a remark on another one before. */
export const idInstead = (message: MessageRef): string => `${message}:instead`;

/** A remark as it stands in another thread. */
export interface Copy {
  readonly thread: Place;
  readonly message?: MessageRef;
  /** Where it goes on, when it is too long for one message. */
  readonly more?: readonly MessageRef[];
  readonly version: number;
  /** How many of the files have been copied. */
  readonly files: number;
}
