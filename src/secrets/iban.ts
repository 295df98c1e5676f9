import { mod97 } from './numbers.ts';
import type { Finder, Span } from './sensitive.ts';

/** How long an IBAN is, by country (ISO 13616 registry). */
const lengths: Readonly<Record<string, number>> = {
  ...{ AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28 },
  ...{ CZ: 24, DE: 22, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18 },
  ...{ GR: 27, GT: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LI: 21 },
  ...{ LT: 20, LU: 20, LV: 21, MC: 27, MD: 24, ME: 22, MK: 19, MR: 27, MT: 31, MU: 30, NL: 18, NO: 15, PK: 24, PL: 28 },
  ...{ PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, SA: 24, SE: 24, SI: 19, SK: 24, SM: 27, TN: 24, TR: 26, UA: 29, VA: 22 },
  ...{ VG: 24, XK: 20 },
};

const begins = /(?<![A-Za-z0-9])[A-Za-z]{2}[ -]?\d{2}/g;

/** Account numbers whose check digits are right, in one piece or in groups. */
export const findIbans: Finder<'iban'> = (text) =>
  Array.from(text.matchAll(begins)).flatMap(({ index }) => ibanAt(text, index) ?? []);

function ibanAt(text: string, start: number): Span<'iban'> | undefined {
  const length = lengths[text.slice(start, start + 2).toUpperCase()];
  if (length === undefined) return undefined;
  let written = '';
  let end = start;
  while (written.length < length && end < text.length) {
    const sign = text[end] ?? '';
    if (/[A-Za-z0-9]/.test(sign)) written += sign;
    else if (!/[ \u00a0-]/.test(sign) || /[ \u00a0-]/.test(text[end - 1] ?? '')) return undefined;
    end += 1;
  }
  if (written.length < length || /[A-Za-z0-9]/.test(text[end] ?? '')) return undefined;
  return mod97(written.slice(4) + written.slice(0, 4)) === 1 ? { kind: 'iban', start, end } : undefined;
}
