import { describe, expect, it } from '@jest/globals';
import { Binary, BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { compareValues } from '../../../src/store/embedded/values/compare-values.ts';
import { encodeKey, invertKey } from '../../../src/store/embedded/values/encode-key.ts';

/** Written in ascending order by hand, from MongoDB's page on comparison order. */
const ascending: readonly unknown[] = [
  new MinKey(),
  undefined,
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  Long.fromString('-9223372036854775808'),
  -1e15,
  Decimal128.fromString('-1.5'),
  -1,
  -0.5,
  0,
  5e-324,
  Decimal128.fromString('0.1'),
  0.1,
  1,
  Decimal128.fromString('1.00000000000000000000001'),
  2,
  9007199254740992,
  Long.fromString('9007199254740993'),
  9007199254740994,
  1e300,
  Number.POSITIVE_INFINITY,
  '',
  '\u0000',
  '\u0001',
  'A',
  'a',
  'a\u0000',
  'aa',
  'é',
  '\uffff',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { b: 1 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from([9]), 0),
  new Binary(Buffer.from([1, 1]), 0),
  new Binary(Buffer.from([1, 1]), 5),
  new ObjectId('000000000000000000000001'),
  new ObjectId('65f0a1b2c3d4e5f60718293a'),
  false,
  true,
  new Date(-5),
  new Date(0),
  new Date(1_700_000_000_000),
  new Timestamp({ t: 1, i: 2 }),
  new Timestamp({ t: 2, i: 1 }),
  new BSONRegExp('a', ''),
  new BSONRegExp('a', 'i'),
  new MaxKey(),
];

const scalar = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => new Double(value)),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map((value) => Long.fromBigInt(value)),
  fc
    .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: -30, max: 30 }))
    .map(([c, e]) => Decimal128.fromString(`${c}E${e}`)),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(null, true, false),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes)),
);
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3 }),
  ),
})).any;

describe('the order of values', () => {
  const pairs = ascending.slice(1).map((upper, at) => [at, ascending[at], upper] as const);

  it.each(pairs)('puts number %i before the next', (_at, lower, upper) => {
    expect(compareValues(lower, upper)).toBeLessThan(0);
    expect(compareValues(upper, lower)).toBeGreaterThan(0);
    expect(Buffer.compare(encodeKey(lower), encodeKey(upper))).toBe(-1);
  });

  it('takes numbers of different types for equal', () => {
    for (const same of [new Double(5), Long.fromNumber(5), Decimal128.fromString('5.00')]) {
      expect(compareValues(5, same)).toBe(0);
      expect(encodeKey(same)).toEqual(encodeKey(5));
    }
  });

  it('is the same in bytes as by comparing', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  it('turns round when the bytes are inverted', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [x, y] = [invertKey(encodeKey(a)), invertKey(encodeKey(b))];
        expect(Math.sign(Buffer.compare(x, y))).toBe(-Math.sign(compareValues(a, b)) + 0);
      }),
    );
  });

  it('holds for values strung together', () => {
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const [x, y] = [Buffer.concat([encodeKey(a), encodeKey(b)]), Buffer.concat([encodeKey(c), encodeKey(d)])];
        expect(Math.sign(Buffer.compare(x, y))).toBe(Math.sign(compareValues(a, c) || compareValues(b, d)));
      }),
      { numRuns: 1000 },
    );
  });
});
