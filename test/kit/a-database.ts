import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { type EmbeddedServer, startEmbedded } from '../../src/store/embedded/start-embedded.ts';

let server: Promise<EmbeddedServer> | undefined;
let folder: string | undefined;
let count = 0;

/** The address of an empty database on the embedded server, one server for each test file. */
export async function aDatabase(): Promise<string> {
  server ??= start();
  const { uri } = await server;
  count += 1;
  return uri.replace('/deskhand?', `/desk${count}?`);
}

async function start(): Promise<EmbeddedServer> {
  folder = await mkdtemp(join(tmpdir(), 'desk-test-'));
  return startEmbedded({ dataDir: folder, inThread: true });
}

afterAll(async () => {
  await (await server)?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});
