import { describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import type { ContractStore } from '../store-contract.ts';

type Case = readonly [what: string, before: Document, update: Document | Document[], after: Document];

const cases: readonly Case[] = [
  ['sets fields and makes the way to them', { a: 1 }, { $set: { b: 2, 'c.d': 3 } }, { a: 1, b: 2, c: { d: 3 } }],
  ['sets a place in an array and fills up with null', { a: [1] }, { $set: { 'a.2': 3 } }, { a: [1, null, 3] }],
  ['removes fields', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '' } }, { b: { d: 2 } }],
  ['adds to numbers', { a: 1, d: 1.5 }, { $inc: { a: 2, d: -1, n: 5 } }, { a: 3, d: 0.5, n: 5 }],
  ['multiplies numbers', { a: 3 }, { $mul: { a: 2, n: 2 } }, { a: 6, n: 0 }],
  ['keeps the smaller or larger value', { a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 3 } }, { a: 3, b: 5 }],
  ['renames fields', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  ['appends to an array', { a: [1] }, { $push: { a: 2, n: 'x' } }, { a: [1, 2], n: ['x'] }],
  [
    'appends several, sorted and cut',
    { a: [5, 1] },
    { $push: { a: { $each: [3, 9], $sort: -1, $slice: 3 } } },
    { a: [9, 5, 3] },
  ],
  ['appends at a place', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
  ['adds to a set', { a: [1, 2] }, { $addToSet: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
  ['removes elements by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['removes elements by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [
    'removes documents in arrays by condition',
    {
      a: [
        { k: 1, v: 1 },
        { k: 2, v: 1 },
      ],
    },
    { $pull: { a: { k: 2 } } },
    { a: [{ k: 1, v: 1 }] },
  ],
  ['removes several values', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['removes an end of an array', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
  ['changes bits', { a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
  ['changes every element', { a: [1, 2] }, { $inc: { 'a.$[]': 1 } }, { a: [2, 3] }],
  [
    'computes from the document itself',
    { a: 1, b: 2 },
    [{ $set: { sum: { $add: ['$a', '$b'] } } }, { $unset: 'b' }],
    { a: 1, sum: 3 },
  ],
  ['ignores $setOnInsert where a document is found', { a: 1 }, { $set: { a: 2 }, $setOnInsert: { b: 1 } }, { a: 2 }],
];

const refusals: readonly [what: string, update: Document, code: number][] = [
  ['an unknown operator', { $foo: { a: 1 } }, 9],
  ['two changes of one field', { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['changes of a field and a part of it', { $set: { a: 1, 'a.b': 1 } }, 40],
  ['adding to a text', { $inc: { text: 1 } }, 14],
  ['adding a text', { $inc: { a: 'x' } }, 14],
  ['appending to what is no array', { $push: { a: 1 } }, 2],
  ['a field within a number', { $set: { 'a.b': 1 } }, 28],
  ['another id', { $set: { _id: 9 } }, 66],
  ['a place that the filter did not match', { $set: { 'list.$': 1 } }, 2],
];

/** Changing documents. */
export function updateContract({ collection }: ContractStore): void {
  describe('updating a document', () => {
    it.each(cases)('%s', async (_what, before, update, after) => {
      await collection().insertOne({ _id: 1 as never, ...before });

      await collection().updateOne({ _id: 1 as never }, update);

      expect(await collection().findOne({})).toEqual({ _id: 1, ...after });
    });

    it.each(refusals)('refuses %s and changes nothing', async (_what, update, code) => {
      await collection().insertOne({ _id: 1 as never, a: 1, text: 'x', list: [1] });

      await expect(collection().updateOne({ _id: 1 as never }, update)).rejects.toMatchObject({ code });

      expect(await collection().findOne({})).toEqual({ _id: 1, a: 1, text: 'x', list: [1] });
    });

    it('changes the element that the filter matched', async () => {
      await collection().insertOne({
        _id: 1 as never,
        parts: [
          { k: 'a', n: 1 },
          { k: 'b', n: 1 },
        ],
      });

      await collection().updateOne({ 'parts.k': 'b' }, { $inc: { 'parts.$.n': 5 } });

      expect((await collection().findOne({}))?.parts).toEqual([
        { k: 'a', n: 1 },
        { k: 'b', n: 6 },
      ]);
    });

    it('changes the elements that array filters mean', async () => {
      await collection().insertOne({ _id: 1 as never, parts: [{ n: 1 }, { n: 5 }, { n: 9 }] });

      await collection().updateOne(
        {},
        { $set: { 'parts.$[big].seen': true } },
        { arrayFilters: [{ 'big.n': { $gt: 4 } }] },
      );

      expect((await collection().findOne({}))?.parts).toEqual([{ n: 1 }, { n: 5, seen: true }, { n: 9, seen: true }]);
    });

    it('refuses an array filter that is not used or not given', async () => {
      await collection().insertOne({ a: [1] });

      const unused = collection().updateOne({}, { $set: { b: 1 } }, { arrayFilters: [{ x: 1 }] });
      await expect(unused).rejects.toMatchObject({ code: 9 });
      await expect(collection().updateOne({}, { $set: { 'a.$[x]': 1 } })).rejects.toMatchObject({ code: 2 });
    });

    it('tells matched from modified', async () => {
      await collection().insertMany([{ a: 1 }, { a: 1 }, { a: 2 }]);

      expect(await collection().updateMany({}, { $set: { a: 1 } })).toMatchObject({
        matchedCount: 3,
        modifiedCount: 1,
      });
    });

    it('sets the current date', async () => {
      await collection().insertOne({});
      await collection().updateOne({}, { $currentDate: { at: true } });

      expect((await collection().findOne({}))?.at).toBeInstanceOf(Date);
    });

    it('puts a whole document in the place of another and keeps the id', async () => {
      await collection().insertOne({ _id: 1 as never, a: 1 });

      await collection().replaceOne({ a: 1 }, { b: 2 });

      expect(await collection().findOne({})).toEqual({ _id: 1, b: 2 });
    });
  });

  describe('an upsert', () => {
    it('makes the document from the filter, the changes and $setOnInsert', async () => {
      const result = await collection().updateOne(
        { key: 'INC-1', 'at.city': 'Bonn', n: { $gt: 5 } },
        { $set: { a: 1 }, $setOnInsert: { b: 2 } },
        { upsert: true },
      );

      expect(result).toMatchObject({ upsertedCount: 1, matchedCount: 0 });
      expect(await collection().findOne({}, { projection: { _id: 0 } })).toEqual({
        key: 'INC-1',
        at: { city: 'Bonn' },
        a: 1,
        b: 2,
      });
    });

    it('takes the id from the filter', async () => {
      await collection().updateOne({ _id: 'x' as never }, { $inc: { n: 1 } }, { upsert: true });

      expect(await collection().findOne({})).toEqual({ _id: 'x', n: 1 });
    });
  });

  describe('finding and changing at once', () => {
    it('answers with the document before or after', async () => {
      await collection().insertOne({ _id: 1 as never, n: 1 });

      expect(await collection().findOneAndUpdate({}, { $inc: { n: 1 } })).toEqual({ _id: 1, n: 1 });
      expect(await collection().findOneAndUpdate({}, { $inc: { n: 1 } }, { returnDocument: 'after' })).toEqual({
        _id: 1,
        n: 3,
      });
    });

    it('takes the first in an order and shows chosen fields', async () => {
      await collection().insertMany([
        { _id: 1, n: 2 },
        { _id: 2, n: 9 },
        { _id: 3, n: 5 },
      ] as never[]);

      const changed = await collection().findOneAndUpdate(
        {},
        { $set: { top: true } },
        { sort: { n: -1 }, projection: { top: 1 }, returnDocument: 'after' },
      );

      expect(changed).toEqual({ _id: 2, top: true });
    });

    it('answers nothing where nothing is found', async () => {
      expect(await collection().findOneAndUpdate({ a: 1 }, { $set: { b: 1 } })).toBeNull();
      expect(await collection().findOneAndDelete({ a: 1 })).toBeNull();
      expect(await collection().countDocuments()).toBe(0);
    });

    it('answers with the inserted document, or with nothing before it', async () => {
      expect(await collection().findOneAndUpdate({ _id: 1 as never }, { $set: { a: 1 } }, { upsert: true })).toBeNull();
      const options = { upsert: true, returnDocument: 'after' } as const;
      expect(await collection().findOneAndUpdate({ _id: 2 as never }, { $set: { a: 1 } }, options)).toEqual({
        _id: 2,
        a: 1,
      });
    });

    it('removes and answers', async () => {
      await collection().insertMany([{ _id: 1 }, { _id: 2 }] as never[]);

      expect(await collection().findOneAndDelete({}, { sort: { _id: -1 } })).toEqual({ _id: 2 });
      expect(await collection().findOneAndReplace({}, { a: 1 }, { returnDocument: 'after' })).toEqual({ _id: 1, a: 1 });
    });
  });
}
