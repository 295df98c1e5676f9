import { afterEach, describe, expect, it } from '@jest/globals';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoModelBudgetStore } from '../../src/store/mongo-model-budget-store.ts';
import { MongoModelCallStore } from '../../src/store/mongo-model-call-store.ts';

const now = new Date('2026-03-02T09:00:00Z');
const day = '2026-03-02';

/** What is promised of what models cost, on any server. @param database gives the address of an empty one */
export function modelStoreContract(name: string, database: () => Promise<string>): void {
  const connections: Connection[] = [];
  afterEach(async () => {
    for (const [index, connection] of connections.splice(0).entries()) {
      if (index === 0) await connection.dropDatabase();
      await connection.close();
    }
  });

  /** As many processes on one database. */
  async function processes(count: number) {
    const address = await database();
    const models = [];
    for (let index = 0; index < count; index += 1) {
      const connection = await connect(address);
      connections.push(connection);
      models.push(defineModels(connection));
      await createIndexes(defineModels(connection));
    }
    return models;
  }

  describe(`what models cost, on ${name}`, () => {
    it('is counted for all processes together, and no call begins once the limit is reached', async () => {
      const stores = (await processes(2)).map((models) => new MongoModelBudgetStore(models));
      const limit = { tokens: 1000 };

      const given = await Promise.all(
        Array.from({ length: 20 }, (_, call) =>
          stores[call % 2]?.reserve({ day }, { tokens: 100, micros: 7 }, limit, now),
        ),
      );

      expect(given.filter(Boolean)).toHaveLength(10);
      expect(await stores[0]?.settle({ day }, { tokens: 0, micros: 0 })).toEqual({ tokens: 1000, micros: 70 });
    });

    it('counts money, days and people apart', async () => {
      const [store] = (await processes(1)).map((models) => new MongoModelBudgetStore(models));
      const reserve = (purse: { day: string; person?: string }) =>
        store?.reserve(purse, { tokens: 5, micros: 50 }, { micros: 50 }, now);

      expect(await reserve({ day })).toBe(true);
      expect(await reserve({ day })).toBe(false);
      expect(await reserve({ day, person: 'dana' })).toBe(true);
      expect(await reserve({ day, person: 'dana' })).toBe(false);
      expect(await reserve({ day, person: 'max' })).toBe(true);
      expect(await reserve({ day: '2026-03-03' })).toBe(true);
      await store?.settle({ day }, { tokens: -5, micros: -50 });
      expect(await reserve({ day })).toBe(true);
    });

    it('is told once for all processes', async () => {
      const stores = (await processes(2)).map((models) => new MongoModelBudgetStore(models));

      const told = await Promise.all(Array.from({ length: 8 }, (_, at) => stores[at % 2]?.mayTell(day, 'nearly', now)));

      expect(told.filter(Boolean)).toHaveLength(1);
      expect(await stores[0]?.mayTell(day, 'spent', now)).toBe(true);
      expect(await stores[1]?.mayTell('2026-03-03', 'nearly', now)).toBe(true);
    });

    it('keeps a record of each call until it is to be forgotten', async () => {
      const [models] = await processes(1);
      if (!models) throw new Error('there is no process');
      const record = { model: 'small-one', purpose: 'triage', outcome: 'ok', latencyMs: 5, currency: 'EUR' } as const;
      await new MongoModelCallStore(models).add({
        ...{ id: 'call-1', at: now, day, inputTokens: 10, outputTokens: 2, expiresAt: now },
        ...record,
      });

      const [kept] = await models.modelCalls.collection.find({}).toArray();
      expect(kept).toMatchObject({ _id: 'call-1', day, ...record });
      const indexes = await models.modelCalls.collection.indexes();
      expect(indexes).toContainEqual(expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }));
    });
  });
}
