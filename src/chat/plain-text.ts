import { type Span, spansOf, type Text } from './text.ts';

/** A text without its meaning: for notifications, logs of tests, and places that draw no markup. */
export function plainText(text: Text): string {
  return spansOf(text).map(plainSpan).join('');
}

function plainSpan(span: Span): string {
  if (typeof span === 'string') return span;
  switch (span.kind) {
    case 'mention':
      return span.name;
    case 'date':
      return span.fallback;
    case 'link':
    case 'bold':
    case 'italic':
    case 'strike':
    case 'code':
      return span.text;
  }
}

/**
 * Cuts at a character boundary, never inside a surrogate pair or a joined emoji, and ends in `…` when something was cut.
 * @param maxLength UTF-16 units, 1 or more, the ellipsis included
 */
export function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text.slice(0, maxLength + longestGrapheme))) {
    if (index + segment.length > maxLength - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const longestGrapheme = 64;
