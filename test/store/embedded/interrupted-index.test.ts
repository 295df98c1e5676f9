import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../../../src/store/embedded/commands/run-command.ts';
import { Engine } from '../../../src/store/embedded/engine.ts';
import { indexFromDescription } from '../../../src/store/embedded/storage/catalog.ts';
import { encodeBson, RawArray } from '../../../src/store/embedded/values/encode-bson.ts';

describe('an index whose building the end of the process interrupted', () => {
  it('is not used, and is built anew when it is asked for again', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-index-'));
    const description = { key: { n: 1 }, name: 'n_1' };
    const documents = Array.from({ length: 1500 }, (_, n) => ({ _id: n, n }));
    const interrupted = new Engine(dataDir, () => new Date());
    await runCommand(interrupted, { insert: 't', documents: new RawArray(documents.map(encodeBson)), $db: 'desk' }, 1);
    await interrupted.store.write(() => {
      const index = indexFromDescription(description, interrupted.catalog.takeId());
      interrupted.ensureCollection('desk.t').buildIndex(index).next();
    });
    await interrupted.store.close();

    const engine = new Engine(dataDir, () => new Date());
    const run = (body: Record<string, unknown>) => runCommand(engine, { ...body, $db: 'desk' }, 1);
    const countLast = () => run({ count: 't', query: { n: { $gte: 1400 } } });

    expect(await countLast()).toEqual({ n: 100 });
    await run({ createIndexes: 't', indexes: [description] });
    expect(await countLast()).toEqual({ n: 100 });
    expect(await run({ explain: { count: 't', query: { n: 1 } }, verbosity: 'queryPlanner' })).toMatchObject({
      queryPlanner: { winningPlan: { stage: 'FETCH', inputStage: { indexName: 'n_1' } } },
    });

    await engine.store.close();
    await rm(dataDir, { recursive: true });
  });
});
