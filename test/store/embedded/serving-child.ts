import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../../src/store/embedded/start-embedded.ts';

/**
 * A process that serves a data folder and writes without a pause, so that a test can kill it. It prints `ready`, then
 * the number of every write that was acknowledged. Arguments: the folder, and the first number to write.
 */
const [dataDir = '', first = '0'] = process.argv.slice(2);
const { uri } = await startEmbedded({ dataDir });
const client = await new MongoClient(uri).connect();
const tickets = client.db().collection<{ _id: number; key: string; n: number }>('tickets');
await tickets.createIndex({ key: 1 }, { unique: true });
process.stdout.write('ready\n');

let next = Number(first);

async function writeForever(): Promise<never> {
  while (true) {
    const _id = next;
    next += 1;
    await tickets.insertOne({ _id, key: `INC-${_id}`, n: 0 });
    await tickets.updateOne({ _id }, { $set: { n: 1, text: 'x'.repeat(_id % 5000) } });
    process.stdout.write(`${_id}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, writeForever));
