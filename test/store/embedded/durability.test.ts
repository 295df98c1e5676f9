import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../../src/store/embedded/start-embedded.ts';

const kills = 6;

describe('an embedded store that is killed', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'deskhand-kill-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('has every acknowledged write, whole and in its index, when it opens again', async () => {
    const acknowledged: number[] = [];
    for (let round = 0; round < kills; round += 1) {
      const before = acknowledged.length;
      const child = serve(dataDir, String(round * 1_000_000));
      // Killed in the middle of its writes, each time after another number of them.
      const enough = before + 1 + Math.floor(Math.random() * 150);
      for await (const line of linesOf(child)) {
        if (line !== 'ready') acknowledged.push(Number(line));
        if (acknowledged.length >= enough) child.kill('SIGKILL');
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await checkAll(dataDir, acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
  }, 120_000);

  it('is taken over by the next process, but refused while it lives', async () => {
    const child = serve(dataDir, '0');
    await untilReady(child);

    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
      name: 'DeskError',
      code: 'unavailable',
      message: expect.stringContaining(`the process ${child.pid}`),
    });

    child.kill('SIGKILL');
    await once(child, 'exit');
    const server = await startEmbedded({ dataDir });
    await server.stop();
  }, 60_000);
});

function serve(dataDir: string, first: string): ChildProcess {
  const script = new URL('./serving-child.ts', import.meta.url).pathname;
  return spawn(process.execPath, ['--import', 'tsx', script, dataDir, first], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

function linesOf(child: ChildProcess): AsyncIterable<string> {
  if (!child.stdout) throw new Error('the child has no output');
  return createInterface({ input: child.stdout });
}

async function untilReady(child: ChildProcess): Promise<void> {
  for await (const line of linesOf(child)) if (line === 'ready') return;
  throw new Error('the child ended before it was ready');
}

async function checkAll(dataDir: string, acknowledged: readonly number[]): Promise<void> {
  const server = await startEmbedded({ dataDir });
  const client = await new MongoClient(server.uri).connect();
  const tickets = client.db().collection<{ _id: number; key: string; n: number; text: string }>('tickets');
  const stored = new Map((await tickets.find().toArray()).map((ticket) => [ticket._id, ticket]));
  const lost = acknowledged.filter((id) => stored.get(id)?.n !== 1 || stored.get(id)?.text.length !== id % 5000);
  const keys = acknowledged.map((id) => `INC-${id}`);
  const byKey = await tickets.countDocuments({ key: { $in: keys } });
  await client.close();
  await server.stop();
  expect(lost).toEqual([]);
  expect(byKey).toBe(acknowledged.length);
}
