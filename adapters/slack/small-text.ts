import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { cut, plainText } from '../../src/chat/plain-text.ts';
import { type Span, spansOf, type Text } from '../../src/chat/text.ts';
import { escapeMrkdwn, linkAddress, looksLikeMarkup, printable } from './escape.ts';
import { dateFormat, mentionedUser } from './rich-text.ts';

/**
 * A text where Slack takes no rich text: beside a button, in a context line. Plain when it has no spans. With spans it
 * is markup, but only when no string in it could be taken for markup itself and all of it fits; else plain once more.
 * Data stays data; at worst a bold word is not bold.
 * @returns nothing when there is nothing to show
 */
export function smallText(text: Text, room: number): PlainTextElement | MrkdwnElement | undefined {
  const spans = spansOf(text);
  const plain = cut(printable(plainText(text)), room);
  if (plain.trim() === '') return undefined;
  if (spans.every((span) => typeof span === 'string') || spans.some(isRisky)) return plainElement(plain);
  const markup = spans.map(drawn).join('');
  return markup.length <= room ? { type: 'mrkdwn', text: markup, verbatim: true } : plainElement(plain);
}

/** A label: never empty, never markup, no `:emoji:` names made into pictures. */
export function plainLabel(text: string, room: number): PlainTextElement {
  const shown = cut(printable(text).trim(), room);
  return plainElement(shown === '' ? '…' : shown);
}

function plainElement(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

function isRisky(span: Span): boolean {
  if (typeof span === 'string') return looksLikeMarkup(span);
  switch (span.kind) {
    case 'bold':
    case 'italic':
    case 'strike':
    case 'code':
      return looksLikeMarkup(span.text) || span.text.trim() !== span.text || span.text.includes('\n');
    case 'link':
      return looksLikeMarkup(span.text) || span.text.includes('|');
    case 'mention':
      return mentionedUser(span) === undefined && looksLikeMarkup(span.name);
    case 'date':
      return looksLikeMarkup(span.fallback);
  }
}

function drawn(span: Span): string {
  if (typeof span === 'string') return shown(span);
  switch (span.kind) {
    case 'bold':
      return wrapped('*', span.text);
    case 'italic':
      return wrapped('_', span.text);
    case 'strike':
      return wrapped('~', span.text);
    case 'code':
      return wrapped('`', span.text);
    case 'mention': {
      const user = mentionedUser(span);
      return user ? `<@${user}>` : shown(span.name);
    }
    case 'link': {
      const url = linkAddress(span.url);
      return url && span.text.trim() ? `<${url}|${shown(span.text)}>` : shown(span.text);
    }
    case 'date': {
      const date = dateFormat(span);
      return date ? `<!date^${date.seconds}^${date.format}|${shown(span.fallback)}>` : shown(span.fallback);
    }
  }
}

function wrapped(sign: string, text: string): string {
  return text === '' ? '' : `${sign}${shown(text)}${sign}`;
}

const shown = (text: string): string => escapeMrkdwn(printable(text));
