import type { PersonRef } from './refs.ts';

/** Text is data, not markup: a renderer escapes every string, so that nothing a person typed can ping or link. */
export type Text = string | readonly Span[];

/** A piece of text with a meaning. A plain string is a span without one. */
export type Span = string | Styled | Mention | Link | DateSpan;

export interface Styled {
  readonly kind: 'bold' | 'italic' | 'strike' | 'code';
  readonly text: string;
}

/** Names a person. Drawn as a mention where one of the references is at home, else as the name. */
export interface Mention {
  readonly kind: 'mention';
  readonly refs: readonly PersonRef[];
  readonly name: string;
}

export interface Link {
  readonly kind: 'link';
  readonly text: string;
  /** http, https or mailto; a renderer draws anything else as plain text. */
  readonly url: string;
}

/** An instant, shown in the reader's zone where the platform can, else in the fallback's words. */
export interface DateSpan {
  readonly kind: 'date';
  readonly at: Date;
  readonly style: 'date' | 'time' | 'dateTime';
  /** What is shown where the platform cannot draw dates, already in the desk's zone and language. */
  readonly fallback: string;
}

export const bold = (text: string): Styled => ({ kind: 'bold', text });
export const italic = (text: string): Styled => ({ kind: 'italic', text });
export const link = (text: string, url: string): Link => ({ kind: 'link', text, url });

/** The spans of a text, so that a renderer needs one loop. */
export function spansOf(text: Text): readonly Span[] {
  return typeof text === 'string' ? [text] : text;
}
