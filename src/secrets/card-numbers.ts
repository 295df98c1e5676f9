import { passesLuhn } from './numbers.ts';
import type { Finder, Span } from './sensitive.ts';

/** Groups of digits, one sign between two of them. Longer runs are no card's. */
const runOfGroups = /(?<![A-Za-z0-9])\d{1,19}(?:[ \u00a0.-]\d{1,19}){0,40}(?![A-Za-z0-9])/g;

/** Issuers by their first digits and how long their numbers are: an order's number passes Luhn's check one time in ten. */
const issuers: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:30[0-5]|3[689])/, [14]],
  [/^(?:6011|64[4-9]|65|62|352[89]|35[3-8])/, [16, 17, 18, 19]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [12, 13, 14, 15, 16, 17, 18, 19]],
];

/** Numbers of payment cards, in one piece or in groups. */
export const findCardNumbers: Finder<'cardNumber'> = (text) =>
  Array.from(text.matchAll(runOfGroups)).flatMap(({ 0: run, index }) => cardsIn(run, index));

function cardsIn(run: string, offset: number): Span<'cardNumber'>[] {
  const groups = Array.from(run.matchAll(/\d+/g), ({ 0: digits, index }) => ({ digits, index }));
  const found: Span<'cardNumber'>[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < 19; last += 1) {
      const group = groups[last];
      const begin = groups[first];
      if (!group || !begin) break;
      digits += group.digits;
      if (!isCardNumber(digits)) continue;
      found.push({ kind: 'cardNumber', start: offset + begin.index, end: offset + group.index + group.digits.length });
    }
  }
  return found;
}

/** @param digits digits alone */
export function isCardNumber(digits: string): boolean {
  return (
    issuers.some(([start, lengths]) => start.test(digits) && lengths.includes(digits.length)) &&
    passesLuhn(digits) &&
    !/^(\d)\1+$/.test(digits)
  );
}
