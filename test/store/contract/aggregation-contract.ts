import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import type { ContractStore } from '../store-contract.ts';
import { pipelines, tickets } from './aggregation-cases.ts';

/** Pipelines. */
export function aggregationContract({ collection, db }: ContractStore): void {
  describe('a pipeline', () => {
    beforeEach(async () => {
      await collection().insertMany(tickets.map((ticket) => ({ ...ticket })) as never[]);
    });

    it.each(pipelines)('%s', async (_what, pipeline, results) => {
      expect(await collection().aggregate(pipeline).toArray()).toEqual(results);
    });

    it('looks documents of another collection up', async () => {
      const teams = db().collection<Document>('teams');
      await teams.drop().catch(() => undefined);
      await teams.insertMany([
        { _id: 'it', name: 'IT support' },
        { _id: 'hr', name: 'People' },
      ] as never[]);

      const joined = await collection()
        .aggregate([
          { $match: { _id: { $in: [1, 3] } } },
          { $sort: { _id: 1 } },
          { $lookup: { from: 'teams', localField: 'team', foreignField: '_id', as: 'teams' } },
          { $project: { name: { $first: '$teams.name' } } },
        ])
        .toArray();

      expect(joined).toEqual([
        { _id: 1, name: 'IT support' },
        { _id: 3, name: 'People' },
      ]);
    });

    it('looks up by a pipeline with variables', async () => {
      const joined = await collection()
        .aggregate([
          { $match: { _id: 1 } },
          {
            $lookup: {
              from: 'things',
              let: { team: '$team', me: '$_id' },
              pipeline: [
                { $match: { $expr: { $and: [{ $eq: ['$team', '$$team'] }, { $ne: ['$_id', '$$me'] }] } } },
                { $project: { _id: 1 } },
              ],
              as: 'others',
            },
          },
          { $project: { others: 1 } },
        ])
        .toArray();

      expect(joined).toEqual([{ _id: 1, others: [{ _id: 2 }] }]);
    });

    it('merges its results into a collection', async () => {
      await db()
        .collection('totals')
        .drop()
        .catch(() => undefined);
      await db().createCollection('totals');
      const pipeline = [
        { $group: { _id: '$team', n: { $sum: 1 } } },
        { $merge: { into: 'totals', whenMatched: 'replace' } },
      ];

      await collection().aggregate(pipeline).toArray();
      await collection().insertOne({ team: 'it' });
      await collection().aggregate(pipeline).toArray();

      expect(await db().collection('totals').find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 'hr', n: 2 },
        { _id: 'it', n: 3 },
      ]);
    });

    it('gives its results batch by batch', async () => {
      await collection().insertMany(Array.from({ length: 150 }, (_, n) => ({ _id: 100 + n })) as never[]);

      const results = await collection()
        .aggregate([{ $match: { _id: { $gte: 100 } } }, { $set: { a: 1 } }], { batchSize: 20 })
        .toArray();

      expect(results).toHaveLength(150);
    });

    it('refuses an unknown stage and an unknown operator', async () => {
      await expect(
        collection()
          .aggregate([{ $foo: 1 }])
          .toArray(),
      ).rejects.toMatchObject({ code: 40324 });
      await expect(
        collection()
          .aggregate([{ $project: { a: { $foo: 1 } } }])
          .toArray(),
      ).rejects.toMatchObject({ code: expect.any(Number) });
    });
  });
}
