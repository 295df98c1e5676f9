import { Code, Decimal128, Long, type ObjectId, Timestamp } from 'bson';
import { textOf, toBinary, toRegex } from './compare-values.ts';
import type { Document } from './document.ts';
import { exactDigits, toDouble } from './numbers.ts';
import { kindRanks, rankOf } from './value-kind.ts';

/**
 * Encodes a value so that the byte order of the encodings is MongoDB's order of the values, and equal values have equal
 * encodings. No encoding is the beginning of another, so several may be strung together for a compound key.
 */
export function encodeKey(value: unknown): Buffer {
  return Buffer.concat(partsOf(value));
}

/** An encoding turned upside down, for a field that an index holds in descending order. */
export function invertKey(key: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(key.length);
  for (let at = 0; at < key.length; at += 1) inverted[at] = ~(key[at] ?? 0);
  return inverted;
}

/** The encodings between which every value of the same type bracket lies: `from` inclusive, `to` exclusive. */
export function bracketOf(value: unknown): { readonly from: Buffer; readonly to: Buffer } {
  const rank = rankOf(value);
  return { from: Buffer.from([rank]), to: Buffer.from([rank + 1]) };
}

/** The encoded prefix that all texts starting with `prefix` share. */
export function encodeTextPrefix(prefix: string): Buffer {
  return Buffer.concat([Buffer.from([kindRanks.string]), escapeText(prefix)]);
}

const end = Buffer.from([0x00]);
const exact = Buffer.from([0x02]);

function partsOf(value: unknown): Buffer[] {
  const rank = rankOf(value);
  return [Buffer.from([rank]), ...payloadOf(rank, value)];
}

function payloadOf(rank: number, value: unknown): Buffer[] {
  switch (rank) {
    case kindRanks.int:
      return numberParts(value);
    case kindRanks.string:
      return [escapeText(textOf(value)), end];
    case kindRanks.object:
      return documentParts(value as Document);
    case kindRanks.array:
      return [...(value as unknown[]).flatMap((item) => partsOf(item)), end];
    case kindRanks.binData:
      return binaryParts(value);
    case kindRanks.objectId:
      return [Buffer.from((value as ObjectId).id)];
    case kindRanks.bool:
      return [Buffer.from([value === true ? 1 : 0])];
    case kindRanks.date:
      return [orderedDouble((value as Date).getTime())];
    default:
      return rareParts(value);
  }
}

function rareParts(value: unknown): Buffer[] {
  const regex = toRegex(value);
  if (regex) return [escapeText(regex.pattern), end, escapeText(regex.options), end];
  if (value instanceof Code) return [escapeText(value.code), end, ...(value.scope ? documentParts(value.scope) : [])];
  if (value instanceof Timestamp) {
    const bytes = Buffer.allocUnsafe(8);
    bytes.writeUInt32BE(value.t, 0);
    bytes.writeUInt32BE(value.i, 4);
    return [bytes];
  }
  return [];
}

function documentParts(document: Document): Buffer[] {
  const parts: Buffer[] = [];
  for (const [field, value] of Object.entries(document)) {
    const rank = rankOf(value);
    parts.push(Buffer.from([rank]), escapeText(field), end, ...payloadOf(rank, value));
  }
  return [...parts, end];
}

function binaryParts(value: unknown): Buffer[] {
  const binary = toBinary(value);
  const head = Buffer.allocUnsafe(5);
  head.writeUInt32BE(binary.position, 0);
  head[4] = binary.sub_type;
  return [head, Buffer.from(binary.value())];
}

function escapeText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(0) && !bytes.includes(1)) return bytes;
  // 0x00 ends a text, so it and the escape byte 0x01 are written as two bytes that keep their order.
  return Buffer.from([...bytes].flatMap((byte) => (byte > 1 ? [byte] : [1, byte + 1])));
}

function orderedDouble(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  if (Number.isNaN(value)) return bytes.fill(0);
  bytes.writeDoubleBE(value === 0 ? 0 : value, 0);
  if (value < 0) return invertKey(bytes);
  bytes[0] = (bytes[0] ?? 0) | 0x80;
  return bytes;
}

/** A number is its nearest double, then how it differs from that: 1 below, 2 equal, 3 above, with its exact digits. */
function numberParts(value: unknown): Buffer[] {
  const double = toDouble(value);
  const head = orderedDouble(double);
  if (!(value instanceof Long || value instanceof Decimal128 || typeof value === 'bigint')) return [head, exact];
  if (!Number.isFinite(double)) return [head, exact];
  const [own, nearest] = [exactDigits(value), exactDigits(double)];
  if (own.digits === nearest.digits && own.exponent === nearest.exponent) return [head, exact];
  const magnitude = Buffer.allocUnsafe(2);
  magnitude.writeUInt16BE(own.exponent + 0x8000);
  const digits = Buffer.concat([magnitude, Buffer.from(own.digits, 'latin1'), end]);
  const isAbove = own.exponent === nearest.exponent ? own.digits > nearest.digits : own.exponent > nearest.exponent;
  const sideByte = Buffer.from([isAbove === own.negative ? 1 : 3]);
  return [head, sideByte, own.negative ? invertKey(digits) : digits];
}
