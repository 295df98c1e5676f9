import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Collection, type Document, MongoClient } from 'mongodb';
import { anEmbeddedStore, type TestStore } from './an-embedded-store.ts';

const serverUri = process.env.TEST_MONGODB_URI;
const isServerGiven = serverUri !== undefined && serverUri !== '';

const number = fc.constantFrom(-1, 0, 1, 2, 2.5, 10);
const text = fc.constantFrom('', 'a', 'b', 'ab', 'A');
// No booleans: the server at hand adds to them as if they were numbers.
const leaf = fc.oneof(number, text, fc.constantFrom(null, new Date(0), new Date(5)));
const part = fc.record({ k: text, n: number }, { requiredKeys: [] });
const fields = {
  // No empty arrays: MongoDB's manual sorts them below null, which the server at hand does not.
  a: fc.oneof(leaf, fc.array(leaf, { minLength: 1, maxLength: 3 })),
  b: leaf,
  c: fc.oneof(leaf, part, fc.array(part, { minLength: 1, maxLength: 3 })),
};
const document = fc.record({ a: fields.a, b: fields.b, c: fields.c }, { requiredKeys: [] });

// The order operators get no null: the server at hand does not take a missing field for one under `$gte`.
const comparison = fc.oneof(
  fc.tuple(fc.constantFrom('$eq', '$ne'), leaf).map(([name, operand]) => ({ [name]: operand })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), leaf)
    .filter(([, operand]) => operand !== null)
    .map(([name, operand]) => ({ [name]: operand })),
);
const condition: fc.Arbitrary<unknown> = fc.oneof(
  leaf,
  comparison,
  fc.tuple(comparison, comparison).map(([one, other]) => ({ ...one, ...other })),
  fc.array(leaf, { maxLength: 4 }).map((list) => ({ $in: list })),
  fc.array(leaf, { maxLength: 4 }).map((list) => ({ $nin: list })),
  fc.boolean().map((is) => ({ $exists: is })),
  fc.constantFrom(
    { $size: 1 },
    { $type: 'string' },
    { $type: 'array' },
    { $regex: '^a' },
    { $all: ['a', 'b'] },
    { $mod: [2, 0] },
  ),
  comparison.map((inner) => ({ $not: inner })),
);
const path = fc.constantFrom('a', 'b', 'c', 'c.k', 'c.n', 'a.0', 'c.0.n', 'b.x');
const clause = fc.tuple(path, condition).map(([field, wanted]) => ({ [field]: wanted }));
const filter: fc.Arbitrary<Document> = fc.oneof(
  clause,
  fc.tuple(clause, clause).map(([one, other]) => ({ ...one, ...other })),
  fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(clause, { minLength: 1, maxLength: 3 }))
    .map(([name, list]) => ({ [name]: list })),
  fc.record({ k: text, n: comparison }).map((element) => ({ c: { $elemMatch: element } })),
);
const sort = fc
  .tuple(fc.constantFrom('a', 'b', 'c.n'), fc.constantFrom(1 as const, -1 as const))
  .map(([field, way]) => ({ [field]: way, _id: 1 as const }));
const update: fc.Arbitrary<Document> = fc.oneof(
  fc.tuple(path, leaf).map(([field, value]) => ({ $set: { [field]: value } })),
  path.map((field) => ({ $unset: { [field]: 1 } })),
  fc.tuple(path, number).map(([field, by]) => ({ $inc: { [field]: by } })),
  fc.tuple(path, number).map(([field, by]) => ({ $mul: { [field]: by } })),
  fc.tuple(fc.constantFrom('$min', '$max'), path, leaf).map(([name, field, value]) => ({ [name]: { [field]: value } })),
  fc
    .tuple(fc.constantFrom('$push', '$addToSet', '$pull'), path, leaf)
    .map(([name, field, value]) => ({ [name]: { [field]: value } })),
  fc.tuple(path, fc.constantFrom(1, -1)).map(([field, end]) => ({ $pop: { [field]: end } })),
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((list) => ({ $push: { a: { $each: list, $slice: -2 } } })),
  fc.constant({ $rename: { b: 'd' } }),
);

if (!isServerGiven)
  process.stderr.write('TEST_MONGODB_URI is not set: the embedded engine is not compared with a server.\n');

(isServerGiven ? describe : describe.skip)('the embedded engine beside a server', () => {
  let store: TestStore;
  let client: MongoClient;
  let pair: readonly Collection<Document>[];
  beforeAll(async () => {
    store = await anEmbeddedStore();
    client = await new MongoClient(serverUri ?? '').connect();
    pair = [store.client, client].map((each) => each.db(`differential_${process.pid}`).collection('things'));
    await pair[0]?.createIndexes([{ key: { a: 1 } }, { key: { 'c.n': -1 } }, { key: { b: 1 } }]);
  });
  afterAll(async () => {
    await client.db(`differential_${process.pid}`).dropDatabase();
    await client.close();
    await store.stop();
  });

  /** What both servers answer to the same request; a refusal counts as the word *refused*. */
  async function both<T>(ask: (collection: Collection<Document>) => Promise<T>): Promise<(T | 'refused')[]> {
    return Promise.all(pair.map((collection) => ask(collection).catch((): 'refused' => 'refused')));
  }

  async function fill(documents: readonly Document[]): Promise<void> {
    await both((collection) => collection.deleteMany({}));
    if (documents.length > 0)
      await both((collection) => collection.insertMany(documents.map((one, _id) => ({ _id, ...one })) as never[]));
  }

  it('finds the same documents in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 12 }),
        fc.array(fc.tuple(filter, sort), { minLength: 10, maxLength: 10 }),
        async (documents, queries) => {
          await fill(documents);
          for (const [wanted, order] of queries) {
            const [ours, theirs] = await both((collection) =>
              collection
                .find(wanted)
                .sort(order)
                .map(({ _id }) => _id)
                .toArray(),
            );
            expect({ wanted, order, ids: ours }).toEqual({ wanted, order, ids: theirs });
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('makes the same of the same updates', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 1, maxLength: 4 }),
        fc.array(update, { minLength: 5, maxLength: 5 }),
        async (documents, updates) => {
          for (const change of updates) {
            await fill(documents);
            const [ours, theirs] = await both(async (collection) => {
              for (let _id = 0; _id < documents.length; _id += 1)
                await collection.updateOne({ _id: _id as never }, change).catch(() => undefined);
              return collection.find().sort({ _id: 1 }).toArray();
            });
            expect({ change, after: ours }).toEqual({ change, after: theirs });
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});
