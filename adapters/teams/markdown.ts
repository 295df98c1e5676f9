import { cut, plainText } from '../../src/chat/plain-text.ts';
import { type DateSpan, type Span, spansOf, type Text } from '../../src/chat/text.ts';
import { escapeMarkdown, linkAddress, newline, printable } from './escape.ts';
import type { Mentions } from './mentions.ts';

/**
 * A text as an Adaptive Card's Markdown. Spans get their meaning, strings stay data.
 * @param room characters of the text itself, before anything is escaped
 * @returns an empty string when there is nothing to show
 */
export function markdown(text: Text, room: number, mentions: Mentions): string {
  let left = room;
  let drawn = '';
  for (const span of joined(spansOf(text))) {
    const length = plainText([span]).length;
    if (left <= 0 && length > 0) break;
    drawn += length <= left ? whole(span, mentions) : escapeMarkdown(cut(printable(plainText([span])), left));
    left -= length;
  }
  return drawn.trim() === '' ? '' : drawn;
}

/** Neighbouring strings as one, so that what makes a list or a heading is seen in one piece. */
function joined(spans: readonly Span[]): readonly Span[] {
  const made: Span[] = [];
  for (const span of spans) {
    const before = made.at(-1);
    if (typeof span === 'string' && typeof before === 'string') made[made.length - 1] = before + span;
    else made.push(span);
  }
  return made;
}

function whole(span: Span, mentions: Mentions): string {
  if (typeof span === 'string') return escapeMarkdown(span);
  switch (span.kind) {
    case 'bold':
      return wrapped('**', span.text);
    case 'italic':
      return wrapped('_', span.text);
    case 'strike':
    case 'code':
      return escapeMarkdown(span.text); // no client of Teams draws them in a card
    case 'mention':
      return mentions.markup(span) ?? escapeMarkdown(span.name);
    case 'link':
      return linked(span.text, span.url);
    case 'date':
      return date(span) ?? escapeMarkdown(span.fallback);
  }
}

function linked(text: string, url: string): string {
  const address = linkAddress(url);
  const label = escapeMarkdown(text.replace(/[\r\n]+/g, ' ').trim());
  return address && label ? `[${label}](${address})` : escapeMarkdown(text);
}

/** Markdown wants its signs at the words, line by line. */
function wrapped(sign: string, text: string): string {
  return printable(text)
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(line) ?? [];
      return words ? `${before}${sign}${escapeMarkdown(words)}${sign}${after}` : line;
    })
    .join(newline);
}

/**
 * An instant in the reader's own zone and language. Only whole seconds are understood.
 * Source: https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features#datetime-formatting-and-localization
 */
function date({ at, style }: DateSpan): string | undefined {
  const year = at.getUTCFullYear();
  if (Number.isNaN(at.getTime()) || year < 1000 || year > 9999) return undefined;
  const instant = at.toISOString().replace(/\.\d+Z$/, 'Z');
  const day = `{{DATE(${instant}, SHORT)}}`;
  const time = `{{TIME(${instant})}}`;
  return style === 'date' ? day : style === 'time' ? time : `${day} ${time}`;
}
