import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../src/store/embedded/start-embedded.ts';

/** Stores 100,000 tickets of 4 KB in the embedded store, works on them, and prints the most memory that the process held. */
const count = 100_000;
const ticketBytes = 4096;
const limitMegabytes = 500;

const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-memory-'));
const server = await startEmbedded({ dataDir });
const client = await new MongoClient(server.uri).connect();
const tickets = client.db().collection<{ _id: number; [field: string]: unknown }>('tickets');

let most = 0;
const watch = setInterval(note, 50);

function note(): number {
  const megabytes = process.memoryUsage.rss() / 1024 / 1024;
  most = Math.max(most, megabytes);
  return megabytes;
}

async function step(what: string, action: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  const result = await action();
  const ms = Math.round(performance.now() - began);
  process.stdout.write(`${what}: ${ms} ms, ${Math.round(note())} MB now, ${String(result ?? '')}\n`);
}

function ticket(n: number): { _id: number } {
  const words = Array.from({ length: ticketBytes / 13 }, (_, at) => ((n * 7919 + at * 104_729) % 1e12).toString(36));
  return {
    _id: n,
    key: `INC-${n}`,
    team: `t${n % 7}`,
    updatedAt: new Date(n),
    description: words.join(' ').slice(0, ticketBytes),
  } as { _id: number };
}

await step('indexes', () =>
  tickets.createIndexes([{ key: { key: 1 }, unique: true }, { key: { team: 1, updatedAt: -1 } }]),
);
await step(`insert ${count} tickets of ${ticketBytes} bytes`, async () => {
  for (let n = 0; n < count; n += 500) await tickets.insertMany(Array.from({ length: 500 }, (_, at) => ticket(n + at)));
});
await step('count', () => tickets.countDocuments());
await step('20,000 reads by key', async () => {
  for (let n = 0; n < 20_000; n += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, at) => tickets.findOne({ key: `INC-${((n + at) * 7919) % count}` })),
    );
  }
});
await step('read everything through a cursor', async () => {
  let seen = 0;
  for await (const _ of tickets.find()) seen += 1;
  return seen;
});
await step('group everything without an index', async () =>
  JSON.stringify(
    await tickets
      .aggregate([{ $group: { _id: '$team', n: { $sum: 1 } } }, { $sort: { _id: 1 } }, { $limit: 1 }])
      .toArray(),
  ),
);
await step(
  'sort everything without an index',
  async () => (await tickets.find().sort({ description: 1 }).limit(10).toArray()).length,
);
await step('index everything', () => tickets.createIndex({ description: 1 }));
await step('change everything', async () => (await tickets.updateMany({}, { $set: { seen: true } })).modifiedCount);

clearInterval(watch);
process.stdout.write(`most memory: ${Math.round(most)} MB (limit ${limitMegabytes} MB)\n`);
await client.close();
await server.stop();
await rm(dataDir, { recursive: true });
if (most > limitMegabytes) process.exitCode = 1;
