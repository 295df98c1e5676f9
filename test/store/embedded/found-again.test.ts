import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection } from 'mongodb';
import { anEmbeddedStore, type TestStore } from './an-embedded-store.ts';

interface Named {
  readonly _id: string;
  readonly n: number;
}

let store: TestStore;
let things: Collection<Named>;
beforeAll(async () => {
  store = await anEmbeddedStore();
  things = store.client.db('found-again').collection('things');
});
afterAll(() => store.stop());

const increased = async (id: string) =>
  (await things.findOneAndUpdate({ _id: id }, { $inc: { n: 1 } }, { returnDocument: 'after' }))?.n;

describe('a document that is asked for by its _id again', () => {
  it('is the one that is there now, after the one before was deleted', async () => {
    await things.insertOne({ _id: 'a', n: 1 });
    expect(await increased('a')).toBe(2);
    await things.deleteOne({ _id: 'a' });
    expect(await increased('a')).toBeUndefined();
    await things.insertOne({ _id: 'other', n: 50 });
    await things.insertOne({ _id: 'a', n: 10 });

    expect(await increased('a')).toBe(11);
    expect(await increased('other')).toBe(51);
  });

  it('is found anew after its collection was dropped', async () => {
    await things.insertOne({ _id: 'b', n: 1 });
    await things.drop();
    expect(await increased('b')).toBeUndefined();
    await things.insertMany([
      { _id: 'c', n: 5 },
      { _id: 'b', n: 7 },
    ]);

    expect([await increased('b'), await increased('c')]).toEqual([8, 6]);
  });

  it('is another one where an insert was taken back, and its place given to somebody else', async () => {
    await things.createIndex({ n: 1 }, { unique: true });
    await things.insertOne({ _id: 'first', n: 100 });
    await expect(things.insertOne({ _id: 'refused', n: 100 })).rejects.toThrow(/E11000/);
    await things.insertOne({ _id: 'second', n: 200 });

    expect(await increased('refused')).toBeUndefined();
    expect(await increased('second')).toBe(201);
  });

  it('has to be what else is asked for', async () => {
    await things.insertOne({ _id: 'd', n: 300 });

    const outdated = await things.updateOne({ _id: 'd', n: 299 }, { $set: { n: 0 } });

    expect(outdated.matchedCount).toBe(0);
    expect((await things.findOne({ _id: 'd' }))?.n).toBe(300);
  });
});
