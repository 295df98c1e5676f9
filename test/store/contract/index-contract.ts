import { describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import type { ContractStore } from '../store-contract.ts';

/** Making indexes, and what they forbid. */
export function indexContract({ collection }: ContractStore): void {
  describe('an index', () => {
    it('is made once and listed', async () => {
      expect(await collection().createIndex({ a: 1, b: -1 }, { name: 'ab' })).toBe('ab');
      await collection().createIndex({ a: 1, b: -1 }, { name: 'ab' });

      const indexes = await collection().indexes();
      expect(indexes.map(({ name }) => name)).toEqual(['_id_', 'ab']);
      expect(indexes[1]).toMatchObject({ key: { a: 1, b: -1 } });
    });

    it('cannot take the name of another', async () => {
      await collection().createIndex({ a: 1 }, { name: 'x' });

      await expect(collection().createIndex({ b: 1 }, { name: 'x' })).rejects.toMatchObject({ code: 86 });
    });

    it('cannot be made again with other options', async () => {
      await collection().createIndex({ a: 1 });

      await expect(collection().createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({
        code: expect.any(Number),
      });
    });

    it('is dropped by name', async () => {
      await collection().createIndex({ a: 1 });
      await collection().dropIndex('a_1');

      expect((await collection().indexes()).map(({ name }) => name)).toEqual(['_id_']);
      await expect(collection().dropIndex('a_1')).rejects.toMatchObject({ code: 27 });
    });
  });

  describe('a unique index', () => {
    it('refuses a second document with the same values, and says which', async () => {
      await collection().createIndex({ kind: 1, number: 1 }, { unique: true });
      await collection().insertOne({ kind: 'INC', number: 1 });
      await collection().insertOne({ kind: 'INC', number: 2 });

      await expect(collection().insertOne({ kind: 'INC', number: 1 })).rejects.toMatchObject({
        code: 11000,
        keyPattern: { kind: 1, number: 1 },
        keyValue: { kind: 'INC', number: 1 },
      });
    });

    it('refuses an update that would make two equal', async () => {
      await collection().createIndex({ a: 1 }, { unique: true });
      await collection().insertMany([{ a: 1 }, { a: 2 }]);

      await expect(collection().updateOne({ a: 2 }, { $set: { a: 1 } })).rejects.toMatchObject({ code: 11000 });
      expect(await collection().countDocuments({ a: 2 })).toBe(1);
    });

    it('takes a missing field for null', async () => {
      await collection().createIndex({ a: 1 }, { unique: true });
      await collection().insertOne({ b: 1 });

      await expect(collection().insertOne({ b: 2 })).rejects.toMatchObject({ code: 11000 });
    });

    it('frees a value when its document goes', async () => {
      await collection().createIndex({ a: 1 }, { unique: true });
      await collection().insertOne({ a: 1 });
      await collection().deleteOne({ a: 1 });

      await expect(collection().insertOne({ a: 1 })).resolves.toBeDefined();
    });

    it('counts an array by its elements', async () => {
      await collection().createIndex({ refs: 1 }, { unique: true });
      await collection().insertOne({ refs: ['a', 'b', 'a'] });

      await expect(collection().insertOne({ refs: ['c', 'b'] })).rejects.toMatchObject({ code: 11000 });
    });

    it('cannot be made over documents that are equal already', async () => {
      await collection().insertMany([{ a: 1 }, { a: 1 }]);

      await expect(collection().createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    });

    it('is gone when it could not be made', async () => {
      await collection().insertMany([{ a: 1 }, { a: 1 }]);
      await collection()
        .createIndex({ a: 1 }, { unique: true })
        .catch(() => undefined);

      expect((await collection().indexes()).map(({ name }) => name)).toEqual(['_id_']);
      await expect(collection().createIndex({ a: 1 })).resolves.toBe('a_1');
    });

    it('is made over many documents', async () => {
      await collection().insertMany(Array.from({ length: 2500 }, (_, n) => ({ n })));
      await collection().createIndex({ n: 1 }, { unique: true });

      expect(await collection().countDocuments({ n: { $gte: 1200, $lt: 2200 } })).toBe(1000);
      await expect(collection().insertOne({ n: 2499 })).rejects.toMatchObject({ code: 11000 });
    });

    it('leaves documents alone that are outside of its filter', async () => {
      await collection().createIndex({ a: 1 }, { unique: true, partialFilterExpression: { open: true } });
      await collection().insertMany([{ a: 1, open: true }, { a: 1, open: false }, { a: 1 }]);

      await expect(collection().insertOne({ a: 1, open: true })).rejects.toMatchObject({ code: 11000 });
      await expect(collection().updateOne({ open: false }, { $set: { open: true } })).rejects.toMatchObject({
        code: 11000,
      });
    });

    it('leaves documents alone that lack its field when it is sparse', async () => {
      await collection().createIndex({ a: 1 }, { unique: true, sparse: true });
      await collection().insertMany([{}, {}, { a: 1 }]);

      await expect(collection().insertOne({ a: 1 })).rejects.toMatchObject({ code: 11000 });
      expect(await collection().find({ a: null }).toArray()).toHaveLength(2);
    });
  });

  describe('queries by an index', () => {
    const documents: Document[] = Array.from({ length: 60 }, (_, n) => ({
      _id: n,
      team: `t${n % 3}`,
      n: n % 7 === 0 ? null : n % 10,
      tags: n % 2 === 0 ? [`x${n % 4}`, 'all'] : [],
      ...(n % 5 === 0 ? {} : { at: new Date(1_700_000_000_000 + n) }),
    }));
    const filters: Document[] = [
      { team: 't1' },
      { team: { $in: ['t0', 't2', 'none'] } },
      { team: 't1', n: { $gte: 3, $lt: 8 } },
      { team: 't1', n: null },
      { n: { $lte: 4 } },
      { n: { $gt: 100 } },
      { tags: 'x0' },
      { tags: { $all: ['x2', 'all'] } },
      { tags: [] },
      { at: { $gt: new Date(1_700_000_000_020) } },
      { at: { $exists: false } },
      { team: /^t[12]/ },
      { $or: [{ team: 't0', n: 4 }, { tags: 'x2' }] },
      { _id: { $in: [3, 1, 2, 99] } },
      { _id: { $gte: 10, $lt: 13 } },
    ];

    it.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))(
      'find the same as without: %s',
      async (_text, filter) => {
        await collection().insertMany(documents.map((document) => ({ ...document })) as never[]);
        const idsOf = async () =>
          (await collection().find(filter).sort({ n: -1, _id: 1 }).toArray()).map(({ _id }) => _id);
        const without = await idsOf();

        await collection().createIndexes([
          { key: { team: 1, n: -1 } },
          { key: { n: 1 } },
          { key: { tags: 1 } },
          { key: { at: -1 } },
        ]);

        expect(await idsOf()).toEqual(without);
      },
    );
  });
}
