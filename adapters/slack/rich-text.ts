import type { RichTextBlock, RichTextElement } from '@slack/types';
import { cut } from '../../src/chat/plain-text.ts';
import { type DateSpan, type Mention, type Span, spansOf, type Text } from '../../src/chat/text.ts';
import { linkAddress, printable } from './escape.ts';
import { slackUser } from './places.ts';

/**
 * A text as rich text elements. In them a string is only ever shown: Slack looks for no mention, emoji, link or
 * formatting inside. Source: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 * @param room characters that there is room for; the rest is cut with `…`
 * @returns nothing when there is nothing to see
 */
export function richText(text: Text, room: number, isBold = false): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let left = room;
  for (const span of spansOf(text)) {
    if (left <= 0) break;
    const element = drawn(span, left, isBold);
    if (element === undefined) continue;
    elements.push(element);
    left -= lengthOf(element);
  }
  return elements.every(isBlank) ? [] : elements;
}

/** A block of one section. */
export function richTextBlock(elements: RichTextElement[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** The user to mention: the first of the references that is one of Slack's. */
export function mentionedUser({ refs }: Mention): string | undefined {
  return refs.map(slackUser).find((user) => user !== undefined);
}

/** Slack's words for a date, and its seconds; nothing for an instant that Slack cannot show. */
export function dateFormat(span: DateSpan): { seconds: number; format: string } | undefined {
  const seconds = Math.floor(span.at.getTime() / 1000);
  return seconds > 0 && seconds < 253_402_300_800 ? { seconds, format: formats[span.style] } : undefined;
}

const formats = { date: '{date_short_pretty}', time: '{time}', dateTime: '{date_short_pretty}, {time}' } as const;

function drawn(span: Span, left: number, isBold: boolean): RichTextElement | undefined {
  if (typeof span === 'string') return words(span, left, isBold ? { bold: true } : undefined);
  switch (span.kind) {
    case 'bold':
    case 'italic':
    case 'strike':
    case 'code':
      return words(span.text, left, isBold ? { bold: true, [span.kind]: true } : { [span.kind]: true });
    case 'mention': {
      const user = mentionedUser(span);
      return user ? { type: 'user', user_id: user } : words(span.name, left, isBold ? { bold: true } : undefined);
    }
    case 'link': {
      const url = linkAddress(span.url);
      const text = cut(printable(span.text), left);
      return url && text.trim() ? { type: 'link', url, text } : words(span.text, left);
    }
    case 'date': {
      const date = dateFormat(span);
      const fallback = cut(printable(span.fallback), left);
      if (!date || !fallback.trim()) return words(fallback, left);
      return { type: 'date', timestamp: date.seconds, format: date.format, fallback };
    }
  }
}

function words(text: string, left: number, style?: Record<string, boolean>): RichTextElement | undefined {
  const shown = cut(printable(text), left);
  return shown === '' ? undefined : { type: 'text', text: shown, ...(style && { style }) };
}

function isBlank(element: RichTextElement): boolean {
  return element.type === 'text' && element.text.trim() === '';
}

function lengthOf(element: RichTextElement): number {
  switch (element.type) {
    case 'text':
      return element.text.length;
    case 'link':
      return element.text?.length ?? element.url.length;
    case 'date':
      return element.fallback?.length ?? 20;
    default:
      return 20;
  }
}
