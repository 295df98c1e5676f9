import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Document, Filter } from 'mongodb';
import type { ContractStore } from '../store-contract.ts';

const people: Document[] = [
  { _id: 1, name: 'Ada', age: 36, tags: ['admin', 'agent'], at: { city: 'Berlin' }, joined: new Date('2024-01-01') },
  { _id: 2, name: 'Ben', age: 25, tags: ['agent'], at: { city: 'Bonn' }, joined: new Date('2024-02-01') },
  { _id: 3, name: 'Cem', age: null, tags: [], at: { city: 'Berlin', floor: 2 } },
  {
    _id: 4,
    name: 'Dana',
    tags: 'agent',
    parts: [
      { k: 'a', n: 1 },
      { k: 'b', n: 5 },
    ],
  },
  {
    _id: 5,
    name: 'Eve',
    age: 25.5,
    parts: [
      { k: 'a', n: 5 },
      { k: 'b', n: 1 },
    ],
    score: [3, 7, 12],
  },
];

const cases: readonly [what: string, filter: Document, ids: number[]][] = [
  ['everything without a filter', {}, [1, 2, 3, 4, 5]],
  ['a value', { name: 'Ben' }, [2]],
  ['null for a null and a missing field', { age: null }, [3, 4]],
  ['a nested field', { 'at.city': 'Berlin' }, [1, 3]],
  ['a whole nested document', { at: { city: 'Berlin' } }, [1]],
  ['an element of an array', { tags: 'agent' }, [1, 2, 4]],
  ['a whole array', { tags: ['agent'] }, [2]],
  ['an empty array', { tags: [] }, [3]],
  ['a field of documents in an array', { 'parts.k': 'b' }, [4, 5]],
  ['a place in an array', { 'parts.0.n': 5 }, [5]],
  ['a comparison within one type', { age: { $gt: 25 } }, [1, 5]],
  ['both ends of a range', { age: { $gte: 25, $lt: 36 } }, [2, 5]],
  ['dates by their order', { joined: { $gt: new Date('2024-01-15') } }, [2]],
  ['one of several values', { name: { $in: ['Ada', 'Eve', 'Zoe'] } }, [1, 5]],
  ['one of several values or patterns', { name: { $in: [/^a/i, 'Eve'] } }, [1, 5]],
  ['null among several values', { age: { $in: [null, 36] } }, [1, 3, 4]],
  ['none of several values', { name: { $nin: ['Ada', 'Ben', 'Cem'] } }, [4, 5]],
  ['what is not equal, missing fields too', { age: { $ne: 25 } }, [1, 3, 4, 5]],
  ['the negation of a condition', { age: { $not: { $gt: 25 } } }, [2, 3, 4]],
  ['a present field, null too', { age: { $exists: true } }, [1, 2, 3, 5]],
  ['an absent field', { age: { $exists: false } }, [4]],
  ['a pattern', { name: /^[A-C]/ }, [1, 2, 3]],
  ['a pattern with options', { name: { $regex: 'A', $options: 'i' } }, [1, 4]],
  ['any of several filters', { $or: [{ name: 'Ada' }, { age: 25 }] }, [1, 2]],
  ['all of several filters', { $and: [{ tags: 'agent' }, { age: { $lt: 30 } }] }, [2]],
  ['none of several filters', { $nor: [{ tags: 'agent' }, { age: null }] }, [5]],
  ['an element that meets all conditions', { parts: { $elemMatch: { k: 'a', n: { $gt: 2 } } } }, [5]],
  ['conditions that different elements may meet', { 'parts.k': 'a', 'parts.n': { $gt: 2 } }, [4, 5]],
  ['an element within a range', { score: { $elemMatch: { $gt: 4, $lt: 10 } } }, [5]],
  ['an array with all values', { tags: { $all: ['admin', 'agent'] } }, [1]],
  ['an array of a length', { tags: { $size: 2 } }, [1]],
  ['a type by name', { age: { $type: 'number' } }, [1, 2, 5]],
  ['an array by type', { tags: { $type: 'array' } }, [1, 2, 3]],
  ['a remainder', { age: { $mod: [5, 1] } }, [1]],
  ['an expression on two fields', { $expr: { $gt: [{ $size: { $ifNull: ['$parts', []] } }, 1] } }, [4, 5]],
  ['a comment without effect', { name: 'Ada', $comment: 'why' }, [1]],
];

/** Finding documents. */
export function queryContract({ collection, db }: ContractStore): void {
  describe('finding documents', () => {
    beforeEach(async () => {
      await collection().insertMany(people.map((person) => ({ ...person })) as never[]);
    });

    it.each(cases)('finds by %s', async (_what, filter, ids) => {
      const found = await collection()
        .find(filter as Filter<Document>)
        .sort({ _id: 1 })
        .toArray();

      expect(found.map(({ _id }) => _id)).toEqual(ids);
    });

    it('sorts across types: null and missing, numbers, then by the next field', async () => {
      const found = await collection().find().sort({ age: 1, _id: -1 }).toArray();

      expect(found.map(({ _id }) => _id)).toEqual([4, 3, 2, 5, 1]);
    });

    it('skips and limits after sorting', async () => {
      const found = await collection().find().sort({ name: -1 }).skip(1).limit(2).toArray();

      expect(found.map(({ name }) => name)).toEqual(['Dana', 'Cem']);
    });

    it('shows only the fields that are asked for', async () => {
      expect(await collection().findOne({ _id: 1 as never }, { projection: { name: 1, 'at.city': 1 } })).toEqual({
        _id: 1,
        name: 'Ada',
        at: { city: 'Berlin' },
      });
    });

    it('leaves out fields, nested ones and those in arrays too', async () => {
      const projection = { _id: 0, name: 0, score: 0, 'parts.n': 0 };

      expect(await collection().findOne({ _id: 5 as never }, { projection })).toEqual({
        age: 25.5,
        parts: [{ k: 'a' }, { k: 'b' }],
      });
    });

    it('shows a part of an array', async () => {
      const [first] = await collection()
        .find({ _id: 5 as never })
        .project({ score: { $slice: -2 }, _id: 1 })
        .toArray();
      expect(first?.score).toEqual([7, 12]);

      const [second] = await collection()
        .find({ _id: 5 as never })
        .project({ parts: { $elemMatch: { k: 'b' } } })
        .toArray();
      expect(second).toEqual({ _id: 5, parts: [{ k: 'b', n: 1 }] });
    });

    it('refuses a projection that includes and excludes', async () => {
      await expect(collection().findOne({}, { projection: { name: 1, age: 0 } })).rejects.toMatchObject({
        code: expect.any(Number),
      });
    });

    it('gives all documents of a cursor batch by batch', async () => {
      await collection().insertMany(Array.from({ length: 250 }, (_, n) => ({ _id: 100 + n, n })) as never[]);

      const seen = await collection()
        .find({ n: { $gte: 0 } }, { batchSize: 7 })
        .toArray();

      expect(new Set(seen.map(({ n }) => n)).size).toBe(250);
    });

    it('forgets a cursor that is closed, and says so when it is asked again', async () => {
      const answer = await db().command({ find: 'things', batchSize: 2 });
      const { id } = answer.cursor;

      expect(await db().command({ killCursors: 'things', cursors: [id] })).toMatchObject({ cursorsKilled: [id] });
      await expect(db().command({ getMore: id, collection: 'things' })).rejects.toMatchObject({ code: 43 });
    });

    it('lists the different values of a field, those in arrays too', async () => {
      expect(await collection().distinct('tags')).toEqual(['admin', 'agent']);
      expect(await collection().distinct('name', { age: { $gt: 25 } })).toEqual(['Ada', 'Eve']);
    });

    it('refuses an unknown operator', async () => {
      await expect(collection().findOne({ name: { $like: 'A' } } as never)).rejects.toMatchObject({ code: 2 });
      await expect(collection().findOne({ $foo: 1 } as never)).rejects.toMatchObject({ code: 2 });
    });
  });
}
