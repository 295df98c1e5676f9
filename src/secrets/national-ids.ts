import { bare, mod97, passesLuhn, weighedSum } from './numbers.ts';
import { type Finder, matches } from './sensitive.ts';

interface NationalId {
  readonly form: RegExp;
  /** Whether the number, without spaces and signs, can be one. */
  readonly isOne?: (bare: string) => boolean;
}

const [from, to] = ['(?<![A-Za-z0-9.-])', '(?![A-Za-z0-9])'];
const form = (pattern: string) => new RegExp(`${from}${pattern}${to}`, 'dgi');
/** A number that tells nothing by its form counts only after the words that announce it. */
const after = (names: string, number: string) =>
  new RegExp(`(?<![\\p{L}\\d])(?:${names})[^\\p{L}\\d\\n]{0,8}(?:is |ist |es |é )?(?<secret>${number})(?!\\d)`, 'dgiu');

const ids: readonly NationalId[] = [
  // United States: social security number.
  { form: form('(?!000|666|9)\\d{3}([- ])(?!00)\\d{2}\\1(?!0000)\\d{4}') },
  { form: after('ssn|social security(?: number| no\\.?)?', '\\d{3}[- ]?\\d{2}[- ]?\\d{4}') },
  // Germany: tax number of a person, pension insurance number.
  { form: form('[1-9]\\d[ ]?\\d{3}[ ]?\\d{3}[ ]?\\d{3}'), isOne: isGermanTaxId },
  // United Kingdom: National Insurance number.
  {
    form: form('(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ ]?\\d{2}[ ]?\\d{2}[ ]?\\d{2}[ ]?[A-D]'),
  },
  // France: NIR with its key.
  {
    form: form('[12][ ]?\\d{2}[ ]?(?:0[1-9]|1[0-2]|[2-9]\\d)[ ]?(?:2[AB]|\\d{2})[ ]?\\d{3}[ ]?\\d{3}[ ]?\\d{2}'),
    isOne: isNir,
  },
  // Spain: DNI and NIE with their letter.
  { form: form('(?:[XYZ][ -]?\\d{7}|\\d{8})[ -]?[A-Z]'), isOne: isSpanishId },
  // Portugal: NIF. Every tenth number of nine digits passes its check.
  { form: after('nif|contribuinte|n[úu]mero fiscal', '[1235689]\\d{2} ?\\d{3} ?\\d{3}'), isOne: isNif },
  // Italy: codice fiscale.
  { form: form('[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]'), isOne: isCodiceFiscale },
  // Netherlands: BSN.
  {
    form: after('bsn|burgerservicenummer', '\\d{9}'),
    isOne: (id) => weighedSum(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
  },
  // Belgium: national register number.
  { form: form('\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}'), isOne: isBelgianId },
  // Poland: PESEL.
  { form: form('\\d{2}(?:[02468][1-9]|[13579][0-2])(?:0[1-9]|[12]\\d|3[01])\\d{5}'), isOne: isPesel },
  // Sweden: personnummer.
  {
    form: form('\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[-+]\\d{4}'),
    isOne: (id) => passesLuhn(id.replace('+', '')),
  },
  // Switzerland: AHV number.
  { form: form('756\\.\\d{4}\\.\\d{4}\\.\\d{2}'), isOne: isAhv },
  // Brazil: CPF.
  { form: form('\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}'), isOne: isCpf },
];

/** Numbers by which a state knows a person, with their check digits where they have them. */
export const findNationalIds: Finder<'nationalId'> = (text) =>
  ids.flatMap(({ form, isOne }) =>
    matches(text, 'nationalId', form).filter(({ start, end }) => isOne?.(bare(text.slice(start, end))) ?? true),
  );

/** ISO 7064, mod 11, 10; of the first ten digits one stands there twice or three times, the others at most once. */
function isGermanTaxId(id: string): boolean {
  const counts = [...'0123456789'].map((digit) => id.slice(0, 10).split(digit).length - 1).filter((count) => count > 1);
  if (counts.length !== 1 || (counts[0] ?? 0) > 3) return false;
  let product = 10;
  for (const digit of id.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(id[10]);
}

/** Corsica's departments count as 19 and 18. */
function isNir(id: string): boolean {
  const number = id.slice(0, 13).toUpperCase().replace('2A', '19').replace('2B', '18');
  return 97 - mod97(number) === Number(id.slice(13));
}

function isSpanishId(id: string): boolean {
  const digits = id.slice(0, -1).toUpperCase().replace('X', '0').replace('Y', '1').replace('Z', '2');
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === id.slice(-1).toUpperCase();
}

function isNif(id: string): boolean {
  const rest = weighedSum(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? 0 : 11 - rest) === Number(id[8]);
}

/** What a sign at an odd place counts (Decreto Ministeriale 23 dicembre 1976). */
const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function isCodiceFiscale(id: string): boolean {
  const sum = [...id.slice(0, 15).toUpperCase()].reduce((sum, sign, index) => {
    const value = /\d/.test(sign) ? Number(sign) : Number.parseInt(sign, 36) - 10;
    return sum + (index % 2 === 0 ? (oddValues[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === id.slice(-1).toUpperCase();
}

/** Of somebody born since 2000, a 2 stands before the number. */
function isBelgianId(id: string): boolean {
  const [number, key] = [id.slice(0, 9), Number(id.slice(9))];
  return 97 - mod97(number) === key || 97 - mod97(`2${number}`) === key;
}

function isPesel(id: string): boolean {
  return (10 - (weighedSum(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(id[10]);
}

function isAhv(id: string): boolean {
  return (10 - (weighedSum(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === Number(id[12]);
}

function isCpf(id: string): boolean {
  const digit = (weights: readonly number[]) => ((weighedSum(id, weights) * 10) % 11) % 10;
  const first = digit([10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = digit([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return first === Number(id[9]) && second === Number(id[10]) && !/^(\d)\1+$/.test(id);
}
