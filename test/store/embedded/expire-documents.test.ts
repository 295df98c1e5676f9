import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runCommand } from '../../../src/store/embedded/commands/run-command.ts';
import { Engine } from '../../../src/store/embedded/engine.ts';
import { expireDocuments } from '../../../src/store/embedded/expire-documents.ts';
import { encodeBson, RawArray } from '../../../src/store/embedded/values/encode-bson.ts';

describe('a TTL index', () => {
  let dataDir: string;
  let engine: Engine;
  let now: Date;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'deskhand-ttl-'));
    now = new Date('2026-03-01T12:00:00Z');
    engine = new Engine(dataDir, () => now);
  });
  afterEach(async () => {
    await engine.store.close();
    await rm(dataDir, { recursive: true });
  });

  const run = (body: Record<string, unknown>) => runCommand(engine, { ...body, $db: 'desk' }, 1);

  it('removes documents when their time is over, and no others', async () => {
    await run({ createIndexes: 'inbox', indexes: [{ key: { at: 1 }, name: 'at', expireAfterSeconds: 3600 }] });
    const documents = [
      { _id: 'old', at: new Date('2026-03-01T10:59:59Z') },
      { _id: 'young', at: new Date('2026-03-01T11:00:01Z') },
      { _id: 'without' },
      { _id: 'no date', at: 5 },
      { _id: 'several', at: [new Date('2027-01-01'), new Date('2026-01-01')] },
    ];
    await run({ insert: 'inbox', documents: new RawArray(documents.map(encodeBson)) });

    expect(await expireDocuments(engine)).toBe(2);
    now = new Date('2026-03-01T13:00:00Z');
    expect(await expireDocuments(engine)).toBe(1);

    expect(await run({ count: 'inbox' })).toEqual({ n: 2 });
  });
});
