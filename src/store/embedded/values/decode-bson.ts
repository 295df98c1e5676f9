import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { badValue } from '../errors.ts';
import { type Document, setField } from './document.ts';
import { textOfBytes } from './short-texts.ts';

/**
 * Decodes one BSON document without losing a type; bson's own reader would turn the double 5.0 into the int32 5.
 * Binary values and ObjectIds share memory with `bytes`.
 * @throws CommandError 2 when the bytes are no BSON document
 */
export function decodeBson(bytes: Buffer, offset = 0): Document {
  const document: Document = {};
  walkElements(bytes, offset, (field, type, at) => setField(document, field, decodeValue(bytes, type, at)));
  return document;
}

/**
 * Calls back for every element of the document at `offset` with its name, BSON type, the offset of its value, and where
 * the whole element begins and ends.
 */
export function walkElements(
  bytes: Buffer,
  offset: number,
  visit: (field: string, type: number, at: number, start: number, end: number) => void,
): void {
  const end = documentEnd(bytes, offset);
  let at = offset + 4;
  while (at < end) {
    const type = byteAt(bytes, at);
    const nameEnd = endOfName(bytes, at + 1, end);
    const next = nameEnd + 1 + valueLength(bytes, type, nameEnd + 1);
    if (next > end) throw badValue('invalid BSON: an element is longer than its document');
    visit(textOfBytes(bytes, at + 1, nameEnd), type, nameEnd + 1, at, next);
    at = next;
  }
}

/** Names are short: going through them byte by byte is quicker than a call. */
export function endOfName(bytes: Buffer, from: number, end: number): number {
  for (let at = from; at < end; at += 1) if (bytes[at] === 0) return at;
  throw badValue('invalid BSON: unterminated field name');
}

/** The number of bytes that a value of the given BSON type takes at `at`. */
export function valueLength(bytes: Buffer, type: number, at: number): number {
  const fixed = fixedLengths[type];
  if (fixed !== undefined) return fixed;
  switch (type) {
    case 0x02:
    case 0x0d:
    case 0x0e:
      return 4 + lengthAt(bytes, at);
    case 0x03:
    case 0x04:
    case 0x0f:
      return lengthAt(bytes, at);
    case 0x05:
      return 5 + lengthAt(bytes, at);
    case 0x0b: {
      const optionsEnd = bytes.indexOf(0, bytes.indexOf(0, at) + 1);
      if (optionsEnd < at) throw badValue('invalid BSON: unterminated regular expression');
      return optionsEnd + 1 - at;
    }
    default:
      throw badValue(`invalid BSON: unknown type ${type}`);
  }
}

/** Decodes the value of the given BSON type at `at`. */
export function decodeValue(bytes: Buffer, type: number, at: number): unknown {
  switch (type) {
    case 0x01:
      return decodeDouble(bytes, at);
    case 0x02:
      return decodeString(bytes, at);
    case 0x03:
      return decodeBson(bytes, at);
    case 0x04:
      return decodeArray(bytes, at);
    case 0x05:
      return decodeBinary(bytes, at);
    case 0x07:
      return new ObjectId(bytes.subarray(at, at + 12));
    case 0x08:
      return bytes[at] === 1;
    case 0x09:
      return new Date(bytes.readInt32LE(at + 4) * 0x100000000 + bytes.readUInt32LE(at));
    case 0x0a:
      return null;
    case 0x10:
      return bytes.readInt32LE(at);
    default:
      return decodeRareValue(bytes, type, at);
  }
}

const fixedLengths: Readonly<Record<number, number>> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};

/** Where the document at `offset` ends: its last byte. @throws CommandError 2 when it is none */
export function documentEnd(bytes: Buffer, offset: number): number {
  if (offset + 5 > bytes.length) throw badValue('invalid BSON: truncated document');
  const length = lengthAt(bytes, offset);
  const end = offset + length - 1;
  if (length < 5 || end >= bytes.length || bytes[end] !== 0) throw badValue('invalid BSON: wrong document length');
  return end;
}

function byteAt(bytes: Buffer, at: number): number {
  return bytes[at] ?? 0;
}

function lengthAt(bytes: Buffer, at: number): number {
  const length = at + 4 <= bytes.length ? bytes.readInt32LE(at) : -1;
  if (length < 0 || at + length > bytes.length) throw badValue('invalid BSON: wrong length of a value');
  return length;
}

function decodeDouble(bytes: Buffer, at: number): number | Double {
  const value = bytes.readDoubleLE(at);
  return (value | 0) === value ? new Double(value) : value;
}

function decodeString(bytes: Buffer, at: number): string {
  const length = lengthAt(bytes, at);
  return textOfBytes(bytes, at + 4, at + 3 + length);
}

function decodeArray(bytes: Buffer, at: number): unknown[] {
  const items: unknown[] = [];
  const end = documentEnd(bytes, at);
  let itemAt = at + 4;
  while (itemAt < end) {
    const type = byteAt(bytes, itemAt);
    const valueAt = endOfName(bytes, itemAt + 1, end) + 1; // the names are 0, 1, 2 …
    itemAt = valueAt + valueLength(bytes, type, valueAt);
    if (itemAt > end) throw badValue('invalid BSON: an element is longer than its document');
    items.push(decodeValue(bytes, type, valueAt));
  }
  return items;
}

function decodeBinary(bytes: Buffer, at: number): Binary {
  const length = lengthAt(bytes, at);
  return new Binary(bytes.subarray(at + 5, at + 5 + length), byteAt(bytes, at + 4));
}

function decodeRegex(bytes: Buffer, at: number): BSONRegExp {
  const patternEnd = bytes.indexOf(0, at);
  const options = bytes.toString('utf8', patternEnd + 1, bytes.indexOf(0, patternEnd + 1));
  if (/[^imslux]/.test(options)) throw badValue(`invalid BSON: regular expression options '${options}'`);
  return new BSONRegExp(bytes.toString('utf8', at, patternEnd), options);
}

function decodeRareValue(bytes: Buffer, type: number, at: number): unknown {
  switch (type) {
    case 0x06:
      return undefined;
    case 0x0b:
      return decodeRegex(bytes, at);
    case 0x0d:
      return new Code(decodeString(bytes, at));
    case 0x0e:
      return new BSONSymbol(decodeString(bytes, at));
    case 0x0f:
      return new Code(decodeString(bytes, at + 4), decodeBson(bytes, at + 8 + lengthAt(bytes, at + 4)));
    case 0x11:
      return new Timestamp({ t: bytes.readUInt32LE(at + 4), i: bytes.readUInt32LE(at) });
    case 0x12:
      return new Long(bytes.readInt32LE(at), bytes.readInt32LE(at + 4));
    case 0x13:
      return new Decimal128(bytes.subarray(at, at + 16));
    case 0x7f:
      return new MaxKey();
    case 0xff:
      return new MinKey();
    default:
      throw badValue(`invalid BSON: unknown type ${type}`);
  }
}
