import type { Attachment } from '../chat/event.ts';
import type { MessageRef, Place } from '../chat/refs.ts';

/** What was said about a ticket. Kept by the platform's message id, so that a repeated delivery changes nothing. */
export interface Remark {
  /** The platform's message reference, `form:<event id>` for words from a form, `draft:<id>` for suggested ones. */
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
  /** For the other side; see {@link translationOf}. */
  readonly translation?: Translation;
}

/** What was said, in other words. The original always stands beside it. */
export interface Translation {
  /** ISO 639-1, both. */
  readonly to: string;
  readonly from: string;
  readonly text: string;
  /** Of which words it is: see {@link textMark}. */
  readonly of: string;
}

/** The translation of a remark as it reads now; none when it was changed since, or taken back. */
export function translationOf({ translation, text, deletedAt }: Remark): Translation | undefined {
  return !deletedAt && translation?.of === textMark(text) ? translation : undefined;
}

/** Tells a text from what it is after an edit. */
export function textMark(text: string): string {
  let hash = 0x811c9dc5; // FNV-1a
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}:${(hash >>> 0).toString(36)}`;
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
