import { afterEach, describe, expect, it } from '@jest/globals';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoRemarkStore } from '../../src/store/mongo-remark-store.ts';
import { aDatabase } from '../kit/a-database.ts';
import { aRemark } from '../views/a-ticket.ts';

const connections: Connection[] = [];
afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.close()));
});

async function aStore(): Promise<MongoRemarkStore> {
  const connection = await connect(await aDatabase());
  connections.push(connection);
  const models = defineModels(connection);
  await createIndexes(models);
  return new MongoRemarkStore(models);
}

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 9, 0, second));

describe('the remark store', () => {
  it('keeps a message once', async () => {
    const store = await aStore();

    expect([await store.insert(aRemark()), await store.insert(aRemark({ text: 'other' }))]).toEqual([true, false]);
    expect(await store.find('slack:m2')).toEqual(aRemark());
  });

  it('gives the newest ones in the order they were said', async () => {
    const store = await aStore();
    for (const second of [3, 1, 2]) await store.insert(aRemark({ id: `m${second}`, at: at(second) }));

    expect((await store.of('INC-42', 2)).map(({ id }) => id)).toEqual(['m2', 'm3']);
    expect((await store.owingOf('INC-42')).map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
  });

  it('owes its copies anew after a change, also one that comes while it is carried', async () => {
    const store = await aStore();
    await store.insert(aRemark());
    const carried = (await store.find('slack:m2')) ?? aRemark();
    const copies = [{ thread: 'slack:t', message: 'slack:c', version: 1, files: 0 }];

    await store.change('slack:m2', { text: 'edited' });
    await store.settle(carried, copies, true);
    expect(await store.find('slack:m2')).toMatchObject({ owing: true, version: 2, copies });
    await store.settle((await store.find('slack:m2')) ?? carried, copies, true);
    expect(await store.owingOf('INC-42')).toEqual([]);
    expect(await store.change('slack:nothing', { text: 'x' })).toBeUndefined();
  });
});
