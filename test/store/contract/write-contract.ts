import { describe, expect, it } from '@jest/globals';
import { MongoBulkWriteError, ObjectId } from 'mongodb';
import type { ContractStore } from '../store-contract.ts';

/** Storing, removing and counting documents. */
export function writeContract({ collection, db }: ContractStore): void {
  describe('writing documents', () => {
    it('gives a document without an id one, and puts it first', async () => {
      const { insertedId } = await collection().insertOne({ title: 'VPN is down' });

      expect(insertedId).toBeInstanceOf(ObjectId);
      const stored = await collection().findOne({});
      expect(Object.keys(stored ?? {})).toEqual(['_id', 'title']);
    });

    it('refuses a second document with the same id and says which', async () => {
      await collection().insertOne({ _id: 'INC-1' as never });

      await expect(collection().insertOne({ _id: 'INC-1' as never })).rejects.toMatchObject({
        code: 11000,
        keyPattern: { _id: 1 },
        keyValue: { _id: 'INC-1' },
        message: expect.stringContaining('E11000 duplicate key error'),
      });
    });

    it('stops an ordered batch at the first fault and keeps what came before', async () => {
      const documents = [{ _id: 1 }, { _id: 2 }, { _id: 1 }, { _id: 3 }] as never[];

      const fault = await collection()
        .insertMany(documents)
        .catch((cause: unknown) => cause);

      expect(fault).toBeInstanceOf(MongoBulkWriteError);
      expect((fault as MongoBulkWriteError).insertedCount).toBe(2);
      expect(await collection().find().sort({ _id: 1 }).toArray()).toEqual([{ _id: 1 }, { _id: 2 }]);
    });

    it('goes on after a fault in an unordered batch and reports each', async () => {
      const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }] as never[];

      const fault = (await collection()
        .insertMany(documents, { ordered: false })
        .catch((cause: unknown) => cause)) as MongoBulkWriteError;

      expect([fault.writeErrors].flat().map(({ index, code }) => [index, code])).toEqual([
        [1, 11000],
        [3, 11000],
      ]);
      expect(await collection().countDocuments()).toBe(3);
    });

    it('carries out a mixed batch and counts each kind of write', async () => {
      await collection().insertMany([
        { _id: 1, n: 1 },
        { _id: 2, n: 1 },
        { _id: 3, n: 1 },
      ] as never[]);

      const result = await collection().bulkWrite([
        { insertOne: { document: { _id: 4, n: 1 } as never } },
        { updateOne: { filter: { _id: 1 as never }, update: { $inc: { n: 1 } } } },
        { updateMany: { filter: { n: 1 }, update: { $set: { seen: true } } } },
        { updateOne: { filter: { _id: 9 as never }, update: { $set: { n: 9 } }, upsert: true } },
        { replaceOne: { filter: { _id: 2 as never }, replacement: { n: 20 } } },
        { deleteOne: { filter: { _id: 3 as never } } },
      ]);

      expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 5, upsertedCount: 1, deletedCount: 1 });
      expect(result.upsertedIds).toEqual({ 3: 9 });
      expect(await collection().findOne({ _id: 2 as never })).toEqual({ _id: 2, n: 20 });
    });

    it('removes one or all documents of a filter', async () => {
      await collection().insertMany([{ n: 1 }, { n: 1 }, { n: 1 }, { n: 2 }]);

      expect(await collection().deleteOne({ n: 1 })).toMatchObject({ deletedCount: 1 });
      expect(await collection().deleteMany({ n: 1 })).toMatchObject({ deletedCount: 2 });
      expect(await collection().estimatedDocumentCount()).toBe(1);
    });

    it('counts with a filter, a limit and a skip', async () => {
      await collection().insertMany([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);

      expect(await collection().countDocuments()).toBe(4);
      expect(await collection().countDocuments({ n: { $gt: 1 } })).toBe(3);
      expect(await collection().countDocuments({ n: { $gt: 1 } }, { limit: 2 })).toBe(2);
      expect(await collection().countDocuments({}, { skip: 3 })).toBe(1);
      expect(await collection().countDocuments({ n: 99 })).toBe(0);
    });

    it('lists and drops collections', async () => {
      await collection().insertOne({});
      await db().createCollection('others');

      const names = (await db().listCollections().toArray()).map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['others', 'things']));

      await db().collection('others').drop();
      expect(await db().listCollections({ name: 'others' }).toArray()).toEqual([]);
    });

    it('refuses an unknown command by name', async () => {
      await expect(db().command({ fooBar: 1 })).rejects.toMatchObject({ code: 59, codeName: 'CommandNotFound' });
    });
  });

  describe('writes that meet', () => {
    it('let exactly one of fifty claims win', async () => {
      await collection().insertOne({ _id: 'INC-1' as never, assignee: null, version: 1 });

      const claims = await Promise.all(
        Array.from({ length: 50 }, (_, agent) =>
          collection().findOneAndUpdate(
            { _id: 'INC-1' as never, version: 1 },
            { $set: { assignee: agent }, $inc: { version: 1 }, $push: { history: agent } as never },
            { returnDocument: 'after' },
          ),
        ),
      );

      expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
      expect((await collection().findOne({}))?.history).toHaveLength(1);
    });

    it('count every increment', async () => {
      await Promise.all(
        Array.from({ length: 100 }, () =>
          collection().findOneAndUpdate({ _id: 'INC' as never }, { $inc: { next: 1 } }, { upsert: true }),
        ),
      );

      expect(await collection().findOne({})).toEqual({ _id: 'INC', next: 100 });
    });

    it('store one of many equal keys', async () => {
      await collection().createIndex({ key: 1 }, { unique: true });

      const results = await Promise.allSettled(Array.from({ length: 10 }, () => collection().insertOne({ key: 'a' })));

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });
}
