import { describe, expect, it } from '@jest/globals';
import { Double, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import { applyUpdate, fieldsAppended, fieldsTouched } from '../../../src/store/embedded/update/apply-update.ts';
import { parseUpdate } from '../../../src/store/embedded/update/parse-update.ts';
import { decodeBson } from '../../../src/store/embedded/values/decode-bson.ts';
import type { Document } from '../../../src/store/embedded/values/document.ts';
import { Elements } from '../../../src/store/embedded/values/elements.ts';
import { encodeBson } from '../../../src/store/embedded/values/encode-bson.ts';
import { spliceBson } from '../../../src/store/embedded/values/splice-bson.ts';

const names = ['a', 'b', 'c', 'status', 'list', 'owes', 'ä', 'longerNameOfAField'] as const;
const leaf = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }).map((value) => Long.fromBigInt(value)),
  fc.integer({ min: 0, max: 9 }).map((value) => new Double(value)),
  fc.constant(new ObjectId('64b7f0c2a1b2c3d4e5f60718')),
);
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(fc.constantFrom('x', 'y'), leaf));
const document = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...names), value), { selector: ([name]) => name })
  .map((fields): Document => ({ _id: 'one', ...Object.fromEntries(fields) }));
const update = fc.oneof(
  fc.record({ $set: fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1 }) }),
  fc.record({ $unset: fc.dictionary(fc.constantFrom(...names), fc.constant(''), { minKeys: 1 }) }),
  fc.record({ $set: fc.record({ 'a.x': leaf }), $unset: fc.record({ 'b.y': fc.constant('') }) }),
  fc.record({ $push: fc.record({ list: leaf }), $inc: fc.record({ n: fc.integer({ min: 1, max: 5 }) }) }),
  fc.record({
    $push: fc.record({ list: fc.record({ $each: fc.array(value, { maxLength: 12 }) }), owes: value }),
    $set: fc.record({ a: leaf }),
  }),
  fc.record({ $push: fc.record({ list: fc.record({ $each: fc.array(leaf), $slice: fc.constant(-2) }) }) }),
  fc.record({ $rename: fc.constant({ a: 'renamed' }), $set: fc.record({ c: leaf }) }),
  fc.record({ $addToSet: fc.record({ owes: leaf }), $min: fc.record({ status: leaf }) }),
);

const context = {
  places: { matchedPosition: () => undefined, elementTest: () => undefined },
  scope: { compileExpression: () => () => undefined },
  now: new Date(0),
  isInsert: false,
};

const inPart = (bytes: Buffer, statement: Document) => {
  const steps = parseUpdate(statement);
  const touched = fieldsTouched(steps);
  if (!touched) throw new Error('it touches anything');
  const stored = new Elements(bytes);
  const appended = new Map([...fieldsAppended(steps)].filter(([field]) => stored.isArray(field)));
  const before = stored.decode(new Set(['_id', ...touched]), appended);
  const others = steps.filter(({ path }) => !appended.has(path));
  return spliceBson(stored, touched, applyUpdate(before, others, context), appended);
};
const asWhole = (bytes: Buffer, statement: Document) =>
  encodeBson(applyUpdate(decodeBson(bytes), parseUpdate(statement), context));
const outcome = (work: () => Buffer) => {
  try {
    return work().toString('hex');
  } catch (error) {
    return String(error);
  }
};

describe('a document of which only some fields are changed', () => {
  it('has the very bytes that it would have if it were read and written whole', () => {
    fc.assert(
      fc.property(document, update, (before, statement) => {
        const bytes = encodeBson(before);

        expect(outcome(() => inPart(bytes, statement))).toBe(outcome(() => asWhole(bytes, statement)));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not read an array that only grows, however long it is', () => {
    const list = Array.from({ length: 120 }, (_, index) => ({ index }));
    const bytes = encodeBson({ _id: 1, list, last: 2 });
    const [stored, grown] = [new Elements(bytes), new Map([['list', [{ index: 120 }, 'end']]])];

    const after = spliceBson(stored, new Set(['list']), {}, grown);

    expect(after).toEqual(encodeBson({ _id: 1, list: [...list, { index: 120 }, 'end'], last: 2 }));
  });

  it('keeps what is not touched byte by byte, whatever it is', () => {
    const bytes = encodeBson({ _id: 1, double: new Double(5), long: Long.fromNumber(5), a: 1, last: [1, { b: 2 }] });

    const after = decodeBson(spliceBson(new Elements(bytes), new Set(['a']), { a: 'one' }));

    expect(Object.keys(after)).toEqual(['_id', 'double', 'long', 'a', 'last']);
    expect(after).toMatchObject({ double: new Double(5), long: Long.fromNumber(5), a: 'one' });
  });

  it('is not told to touch a few fields where the filter says which place in an array is meant', () => {
    expect(fieldsTouched(parseUpdate({ $set: { 'list.$.x': 1 } }))).toBeUndefined();
    expect(fieldsTouched(parseUpdate({ $set: { 'list.$[one].x': 1 } }))).toBeUndefined();
    expect(fieldsTouched(parseUpdate({ $set: { 'list.0.x': 1 }, $inc: { n: 1 } }))).toEqual(new Set(['list', 'n']));
  });

  it('may not grow beyond what MongoDB allows', () => {
    const bytes = encodeBson({ _id: 1, a: 'x'.repeat(15 * 1024 * 1024) });

    expect(() => spliceBson(new Elements(bytes), new Set(['b']), { b: 'x'.repeat(2 * 1024 * 1024) })).toThrow(/16MB/);
  });
});
