import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Long, type ObjectId, Timestamp } from 'bson';
import { type Document, isDocument } from './document.ts';
import { type ExactDigits, exactDigits, toDouble } from './numbers.ts';
import { kindRanks, rankOf } from './value-kind.ts';

/**
 * Compares two values in MongoDB's order: first by type, then by value; numbers of all types by their exact value.
 * @returns negative, 0 or positive
 */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  return rankA === rankB ? compareSameRank(rankA, a, b) : rankA - rankB;
}

/** Whether two values are the same to MongoDB: 1 and 1.0 are, `{a, b}` and `{b, a}` are not. */
export function equalValues(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}

/** Compares two texts by code point, which is the order of their UTF-8 bytes. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [unitA, unitB] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (unitA !== unitB) return codePointWeight(unitA) - codePointWeight(unitB);
  }
  return a.length - b.length;
}

// Surrogates stand for code points above U+FFFF, so they come after U+E000–U+FFFF.
function codePointWeight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareSameRank(rank: number, a: unknown, b: unknown): number {
  switch (rank) {
    case kindRanks.int:
      return compareNumbers(a, b);
    case kindRanks.string:
      return compareStrings(textOf(a), textOf(b));
    case kindRanks.object:
      return compareDocuments(a as Document, b as Document);
    case kindRanks.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case kindRanks.binData:
      return compareBinaries(toBinary(a), toBinary(b));
    case kindRanks.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case kindRanks.bool:
      return Number(a) - Number(b);
    case kindRanks.date:
      return (a as Date).getTime() - (b as Date).getTime();
    default:
      return compareRare(a, b);
  }
}

function compareRare(a: unknown, b: unknown): number {
  if (a instanceof Timestamp && b instanceof Timestamp) return a.compare(b);
  const [regexA, regexB] = [toRegex(a), toRegex(b)];
  if (regexA && regexB) {
    return compareStrings(regexA.pattern, regexB.pattern) || compareStrings(regexA.options, regexB.options);
  }
  if (a instanceof Code && b instanceof Code) {
    return compareStrings(a.code, b.code) || compareDocuments(a.scope ?? {}, b.scope ?? {});
  }
  return 0;
}

function compareNumbers(a: unknown, b: unknown): number {
  const [doubleA, doubleB] = [toDouble(a), toDouble(b)];
  const order = compareDoubles(doubleA, doubleB);
  if (order !== 0 || !Number.isFinite(doubleA)) return order;
  if (isExactDouble(a) && isExactDouble(b)) return 0;
  return compareDigits(exactDigits(a), exactDigits(b));
}

// int32 and double are doubles; int64 and decimal may carry more than a double holds.
function isExactDouble(value: unknown): boolean {
  return !(value instanceof Long || value instanceof Decimal128 || typeof value === 'bigint');
}

function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

function compareDigits(a: ExactDigits, b: ExactDigits): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const sign = a.negative ? -1 : 1;
  if (a.exponent !== b.exponent) return sign * (a.exponent - b.exponent);
  return sign * compareStrings(a.digits, b.digits);
}

function compareDocuments(a: Document, b: Document): number {
  const [entriesA, entriesB] = [Object.entries(a), Object.entries(b)];
  const length = Math.min(entriesA.length, entriesB.length);
  for (let at = 0; at < length; at += 1) {
    const [fieldA, valueA] = entriesA[at] ?? ['', undefined];
    const [fieldB, valueB] = entriesB[at] ?? ['', undefined];
    const order = rankOf(valueA) - rankOf(valueB) || compareStrings(fieldA, fieldB) || compareValues(valueA, valueB);
    if (order !== 0) return order;
  }
  return entriesA.length - entriesB.length;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const order = compareValues(a[at], b[at]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  return a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());
}

/** The bytes of a binary value, whichever class carries them. */
export function toBinary(value: unknown): Binary {
  return value instanceof Binary ? value : new Binary(value as Uint8Array);
}

/** A regular expression of either class as bson's own, or undefined for what is none. */
export function toRegex(value: unknown): BSONRegExp | undefined {
  if (value instanceof BSONRegExp) return value;
  return value instanceof RegExp ? new BSONRegExp(value.source, value.flags.replace(/[^imsux]/g, '')) : undefined;
}

/** The text of a string or a symbol. */
export function textOf(value: unknown): string {
  return value instanceof BSONSymbol ? value.value : String(value);
}

/** A value copied so deep that changing the copy's documents and arrays leaves the original alone. */
export function cloneValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloneValue);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, cloneValue(item)]));
}
