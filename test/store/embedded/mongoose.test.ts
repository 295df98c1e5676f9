import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { anEmbeddedStore, type TestStore } from './an-embedded-store.ts';

interface Ticket {
  key: string;
  title: string;
  status: string;
  version: number;
  history: { what: string; at: Date }[];
}

const ticketSchema = new mongoose.Schema<Ticket>(
  {
    key: { type: String, unique: true },
    title: { type: String, required: true },
    status: { type: String, default: 'new' },
    version: { type: Number, default: 1 },
    history: [{ what: String, at: Date }],
  },
  { timestamps: true },
);
ticketSchema.index({ status: 1, createdAt: -1 });

describe('mongoose on the embedded store', () => {
  let store: TestStore;
  let connection: mongoose.Connection;
  let tickets: mongoose.Model<Ticket>;
  beforeAll(async () => {
    store = await anEmbeddedStore();
    connection = await mongoose.createConnection(store.server.uri).asPromise();
    tickets = connection.model('Ticket', ticketSchema);
    await tickets.init();
  });
  beforeEach(() => tickets.deleteMany({}));
  afterAll(async () => {
    await connection.close();
    await store.stop();
  });

  it('makes the indexes of a schema, and drops those that are gone', async () => {
    await tickets.collection.createIndex({ old: 1 });

    const dropped = await tickets.syncIndexes();

    expect(dropped).toEqual(['old_1']);
    const names = (await tickets.collection.indexes()).map(({ name }) => name);
    expect(names).toEqual(['_id_', 'key_1', 'status_1_createdAt_-1']);
  });

  it('creates, changes and saves a document', async () => {
    const ticket = await tickets.create({ key: 'INC-1', title: 'VPN' });
    ticket.title = 'VPN is down';
    ticket.history.push({ what: 'renamed', at: new Date() });
    await ticket.save();

    expect(await tickets.findById(ticket._id).lean()).toMatchObject({
      title: 'VPN is down',
      status: 'new',
      createdAt: expect.any(Date),
      history: [{ what: 'renamed' }],
    });
  });

  it('claims by the version in the query', async () => {
    await tickets.create({ key: 'INC-2', title: 'Mail' });
    const claim = () =>
      tickets
        .findOneAndUpdate(
          { key: 'INC-2', version: 1 },
          { $set: { status: 'in_progress' }, $inc: { version: 1 } },
          { returnDocument: 'after' },
        )
        .lean();

    const claims = await Promise.all([claim(), claim(), claim()]);

    expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1);
  });

  it('writes many documents at once', async () => {
    await tickets.create({ key: 'INC-3', title: 'a' });

    const result = await tickets.bulkWrite([
      { insertOne: { document: { key: 'INC-4', title: 'b' } } },
      { updateOne: { filter: { key: 'INC-3' }, update: { $set: { title: 'c' } } } },
      { deleteOne: { filter: { key: 'none' } } },
    ]);

    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, deletedCount: 0 });
  });

  it('hands a taken key on as an error with its code', async () => {
    await tickets.create({ key: 'INC-5', title: 'a' });

    await expect(tickets.create({ key: 'INC-5', title: 'b' })).rejects.toMatchObject({
      code: 11000,
      keyValue: { key: 'INC-5' },
    });
  });

  it('walks through a cursor', async () => {
    await tickets.insertMany(Array.from({ length: 30 }, (_, n) => ({ key: `C-${n}`, title: String(n) })));
    const seen: unknown[] = [];
    for await (const ticket of tickets.find().sort({ key: 1 }).cursor({ batchSize: 4 })) seen.push(ticket.key);

    expect(seen).toHaveLength(30);
  });

  it('refuses a transaction as a server that stands alone does', async () => {
    const session = await connection.startSession();
    session.startTransaction();
    await expect(tickets.create([{ key: 'T', title: 't' }], { session })).rejects.toMatchObject({
      originalError: { code: 20, codeName: 'IllegalOperation' },
    });
    await session.abortTransaction().catch(() => undefined);
    await session.endSession();
  });
});
