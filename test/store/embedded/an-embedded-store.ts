import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { type EmbeddedServer, startEmbedded } from '../../../src/store/embedded/start-embedded.ts';

/** An embedded store on a folder of its own, with a client; both go when the test is over. */
export interface TestStore {
  readonly server: EmbeddedServer;
  readonly client: MongoClient;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** Starts a store for one test file. */
export async function anEmbeddedStore(): Promise<TestStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-store-'));
  const server = await startEmbedded({ dataDir });
  const client = await new MongoClient(server.uri).connect();
  return {
    server,
    client,
    dataDir,
    stop: async () => {
      await client.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
