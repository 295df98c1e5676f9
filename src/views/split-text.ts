/**
 * Splits a text into pieces that can be drawn whole, at ends of lines where there are some, else between characters.
 * Joined again, the pieces are the text.
 * @param maxWeight UTF-16 units a piece may have once `&`, `<` and `>` are escaped as Slack wants it; 64 or more
 */
export function splitText(text: string, maxWeight: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest !== '') {
    const fitting = rest.slice(0, fittingLength(rest, maxWeight));
    const lineEnd = fitting.length < rest.length ? fitting.lastIndexOf('\n') + 1 : 0;
    const piece = lineEnd > fitting.length / 2 ? fitting.slice(0, lineEnd) : fitting;
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
}

function fittingLength(text: string, maxWeight: number): number {
  let weight = 0;
  let length = 0;
  for (const { segment } of graphemes.segment(text.slice(0, maxWeight + longestGrapheme))) {
    weight += weightOf(segment);
    if (weight > maxWeight) break;
    length += segment.length;
  }
  return length > 0 ? length : withoutHalfPair(text, maxWeight);
}

/** One "character" can be longer than a block (a letter under a tower of accents): then it is cut between code points. */
function withoutHalfPair(text: string, length: number): number {
  const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(length));
  return isHalf ? length - 1 : length;
}

const longestGrapheme = 64;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function weightOf(segment: string): number {
  if (segment === '&') return 5;
  return segment === '<' || segment === '>' ? 4 : segment.length;
}
