import { afterAll, describe, expect, it } from '@jest/globals';
import type { DigestContent } from '../../src/reports/digest-content.ts';
import { connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoDigestStore } from '../../src/store/mongo-digest-store.ts';
import { aDatabase } from '../kit/a-database.ts';

const server = process.env.TEST_MONGODB_URI;
if (!server) process.stderr.write('TEST_MONGODB_URI is not set: digests are kept on the embedded engine alone.\n');
const stores: [string, () => Promise<string>][] = [['the embedded engine', aDatabase]];
if (server) stores.push(['the server of TEST_MONGODB_URI', async () => fresh(server)]);

let databases = 0;
function fresh(uri: string): string {
  const url = new URL(uri);
  databases += 1;
  url.pathname = `/digest_store_${process.pid}_${databases}`;
  return url.href;
}

const opened: (() => Promise<void>)[] = [];

async function aStore(open: () => Promise<string>): Promise<MongoDigestStore> {
  const connection = await connect(await open());
  const models = defineModels(connection);
  await createIndexes(models);
  opened.push(async () => {
    await connection.dropDatabase();
    await connection.close();
  });
  return new MongoDigestStore(models);
}

// The machine's own time: what is old enough is cleared away by the store.
const now = new Date();
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const copy = { digest: 'morning', edition: '2026-11-24T08:30', person: 'mia@example.com' };
const content: DigestContent = {
  counts: { opened: 1, resolved: 2, open: 3, overdue: 4, dueToday: 5, stuck: 6 },
  bars: [{ from: '2026-11-23', opened: 1, resolved: 2 }],
  highlight: { kind: 'overdue', ticket: { key: 'INC-1', title: 'VPN', priority: 'P1', team: 'it' }, since: at(-60) },
};

describe.each(stores)('copies of a digest on %s', (_, open) => {
  afterAll(async () => {
    for (const close of opened.splice(0)) await close();
  });

  it('are sent by one of many who want to at the same time', async () => {
    const store = await aStore(open);

    const claims = await Promise.all(Array.from({ length: 12 }, () => store.claim(copy, now, at(60))));

    expect(claims.filter((claim) => claim !== 'taken')).toEqual([{ mayHaveArrived: false }]);
    expect(await store.claim({ ...copy, person: 'ada@example.com' }, now, at(60))).toEqual({ mayHaveArrived: false });
  });

  it('go to somebody else, who has to look first, when their sender falls silent', async () => {
    const store = await aStore(open);
    await store.claim(copy, now, at(60));

    expect(await store.claim(copy, at(59), at(120))).toBe('taken');
    expect(await store.claim(copy, at(60), at(120))).toEqual({ mayHaveArrived: true });
    expect(await store.claim(copy, at(61), at(121))).toBe('taken');
  });

  it('wait as long as they are told, and remember whether an attempt may have arrived', async () => {
    const store = await aStore(open);
    await store.claim(copy, now, at(60));
    await store.postpone(copy, at(10), false);

    expect(await store.claim(copy, at(9), at(60))).toBe('taken');
    expect(await store.claim(copy, at(10), at(70))).toEqual({ mayHaveArrived: false });
    await store.postpone(copy, at(20), true);
    expect(await store.claim(copy, at(20), at(80))).toEqual({ mayHaveArrived: true });
  });

  it('are done for ever once they are sent, and tell what they said', async () => {
    const store = await aStore(open);
    await store.claim(copy, now, at(60));
    expect(await store.content(copy)).toBeUndefined();
    await store.settle(copy, at(1), content);

    expect(await store.claim(copy, at(100_000), at(100_060))).toBe('done');
    await store.disown(at(2));
    expect(await store.claim(copy, at(3), at(60))).toBe('done');
    expect(await store.content(copy)).toEqual(content);
  });

  it('are free at once when the desk that was sending them is known to be gone', async () => {
    const store = await aStore(open);
    await store.claim(copy, now, at(600));

    await store.disown(at(1));

    expect(await store.claim(copy, at(1), at(60))).toEqual({ mayHaveArrived: true });
  });

  it('begin at the first start, however often one asks', async () => {
    const store = await aStore(open);

    expect(await store.since(at(10))).toEqual(at(10));
    expect(await store.since(at(20))).toEqual(at(10));
    // The clock was wrong at first.
    expect(await store.since(at(5))).toEqual(at(5));
  });

  it('are muted for one reader of one digest, the last word counting', async () => {
    const store = await aStore(open);
    await store.mute('morning', copy.person, at(10));
    await store.mute('morning', copy.person, at(20));

    expect(await store.mutedUntil('morning', copy.person)).toEqual(at(20));
    expect(await store.mutedUntil('weekly', copy.person)).toBeUndefined();
    expect(await store.mutedUntil('morning', 'ada@example.com')).toBeUndefined();
    await store.unmute('morning', copy.person);
    expect(await store.mutedUntil('morning', copy.person)).toBeUndefined();
  });
});
