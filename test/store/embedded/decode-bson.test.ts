import { describe, expect, it } from '@jest/globals';
import { Binary, BSONRegExp, Code, Decimal128, Double, deserialize, Int32, Long, serialize } from 'bson';
import fc from 'fast-check';
import { CommandError } from '../../../src/store/embedded/errors.ts';
import { decodeBson } from '../../../src/store/embedded/values/decode-bson.ts';
import type { Document } from '../../../src/store/embedded/values/document.ts';
import { encodeAnswer, encodeBson, RawArray, RawDocument } from '../../../src/store/embedded/values/encode-bson.ts';

const scalar = fc.oneof(
  fc.double(),
  fc.double().map((value) => new Double(value)),
  fc.integer().map((value) => new Int32(value)),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map((value) => Long.fromBigInt(value)),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    null,
    true,
    false,
    Decimal128.fromString('1.50'),
    new Code('x'),
    new Code('x', { a: 1 }),
    new BSONRegExp('a', 'i'),
  ),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 9 }).map((bytes) => new Binary(bytes, 4)),
);
const field = fc.string({ minLength: 1 }).filter((name) => !name.includes('\0') && !/^\d+$/.test(name));
const document = fc.dictionary(
  field,
  fc.oneof(scalar, fc.array(scalar), fc.dictionary(field, scalar)),
) as fc.Arbitrary<Document>;

describe('decoding and encoding a document', () => {
  it('gives the same bytes again, whatever types it holds', () => {
    fc.assert(
      fc.property(document, (original) => {
        const bytes = Buffer.from(serialize(original));
        expect(encodeBson(decodeBson(bytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses bytes that are no document instead of reading beyond them', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.integer({ min: 0, max: 255 }), (original, place, byte) => {
        const bytes = Buffer.from(serialize(original));
        bytes[place % bytes.length] = byte;
        try {
          decodeBson(bytes);
        } catch (cause) {
          expect(cause).toBeInstanceOf(CommandError);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('puts raw documents into an answer as they are', () => {
    const [a, b] = [encodeBson({ a: 1 }), encodeBson({ b: new Double(2) })];

    const answer = encodeAnswer({
      cursor: { firstBatch: new RawArray([a, b]), id: 0 },
      value: new RawDocument(a),
      ok: 1,
    });

    expect(deserialize(answer)).toEqual({
      cursor: { firstBatch: [{ a: 1 }, { b: 2 }], id: 0 },
      value: { a: 1 },
      ok: 1,
    });
  });
});
