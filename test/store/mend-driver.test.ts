import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { mendDriver } from '../../src/store/mend-driver.ts';

describe('the mended driver', () => {
  it('fails a command on a socket that is destroyed and not closed yet, and goes on with a new one', async () => {
    const lastSocket = watchSockets();
    mendDriver();
    const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-mend-'));
    const engine = await startEmbedded({ dataDir });
    const client = await MongoClient.connect(engine.uri, { maxPoolSize: 1 });
    try {
      await client.db('desk').command({ ping: 1 });
      lastSocket()?.destroy();
      await expect(client.db('desk').command({ ping: 1 })).rejects.toThrow(/closed/);
      expect(await client.db('desk').command({ ping: 1 })).toMatchObject({ ok: 1 });
    } finally {
      await client.close();
      await engine.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

/** @returns the socket to which a command was written last, the monitor's aside */
function watchSockets(): () => Socket | undefined {
  const { Connection } = createRequire(import.meta.url)('mongodb/lib/cmap/connection.js') as {
    readonly Connection: { readonly prototype: Watched };
  };
  let last: Socket | undefined;
  const { writeCommand } = Connection.prototype;
  Connection.prototype.writeCommand = function (...args) {
    if (this.id !== '<monitor>') last = this.socket;
    return writeCommand.apply(this, [...args]);
  };
  return () => last;
}

interface Watched {
  readonly id: number | '<monitor>';
  readonly socket: Socket;
  writeCommand(...args: readonly unknown[]): Promise<void>;
}
