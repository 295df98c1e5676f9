import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

/** The BSON type of a value under MongoDB's own alias, as `$type` gives it; `missing` where there is no value. */
export type ValueKind =
  | 'missing'
  | 'minKey'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'symbol'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'javascriptWithScope'
  | 'maxKey';

/**
 * Where each kind stands in MongoDB's order across types; kinds that share a rank are compared by value.
 * Source: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
export const kindRanks: Readonly<Record<ValueKind, number>> = {
  minKey: 0x01,
  missing: 0x0a,
  null: 0x14,
  int: 0x1e,
  long: 0x1e,
  double: 0x1e,
  decimal: 0x1e,
  string: 0x28,
  symbol: 0x28,
  object: 0x32,
  array: 0x3c,
  binData: 0x46,
  objectId: 0x50,
  bool: 0x5a,
  date: 0x64,
  timestamp: 0x6e,
  regex: 0x78,
  javascript: 0x82,
  javascriptWithScope: 0x8c,
  maxKey: 0xf0,
};

/** The BSON number of each kind. Source: https://www.mongodb.com/docs/manual/reference/bson-types/ */
export const kindNumbers: Readonly<Record<Exclude<ValueKind, 'missing'>, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

/** Tells which BSON type a decoded value has. */
export function kindOf(value: unknown): ValueKind {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) && (value | 0) === value && !Object.is(value, -0) ? 'int' : 'double';
    case 'bigint':
      return 'long';
    case 'object':
      return value === null ? 'null' : kindOfObject(value);
    default:
      return 'missing';
  }
}

/** The place of a value in MongoDB's order across types. */
export function rankOf(value: unknown): number {
  return kindRanks[kindOf(value)];
}

/** Whether a value is any of the four numeric types. */
export function isNumeric(value: unknown): value is number | bigint | Double | Int32 | Long | Decimal128 {
  return typeof value === 'number' || rankOf(value) === kindRanks.int;
}

function kindOfObject(value: object): ValueKind {
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Double) return 'double';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Long) return 'long';
  if (value instanceof Binary || value instanceof Uint8Array) return 'binData';
  if (value instanceof BSONRegExp || value instanceof RegExp) return 'regex';
  return rareKind(value);
}

function rareKind(value: object): ValueKind {
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Int32) return 'int';
  if (value instanceof BSONSymbol) return 'symbol';
  if (value instanceof Code) return value.scope ? 'javascriptWithScope' : 'javascript';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  return 'object';
}
