import { afterEach, describe, expect, it } from '@jest/globals';
import type { SealedDrop } from '../../src/secrets/secret-drop.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoDropStore } from '../../src/store/mongo-drop-store.ts';
import { ben, cem, dana } from '../kit/people.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const sealed = { keyHash: 'key', sealed: 'sealed text' };

const aDrop = (facts: Partial<SealedDrop> = {}): SealedDrop => ({
  ...{ id: 'd1', ticket: 'INC-1', from: dana.id, to: 'team', askedBy: ben.id, state: 'asked' },
  ...{ createdAt: at(8), expiresAt: at(10), entryCards: [], openCards: [], entryHash: 'entry', grants: [] },
  ...facts,
});
const grantOf = (person: string) => ({ hash: `hash of ${person}`, person, sealedKey: 'sealed key' });

/** What the store of secrets promises, on any server. @param database gives the address of an empty one */
export function dropStoreContract(name: string, database: () => Promise<string>): void {
  const connections: Connection[] = [];
  afterEach(async () => {
    for (const connection of connections.splice(0)) {
      await connection.dropDatabase();
      await connection.close();
    }
  });

  async function aStore(...drops: readonly SealedDrop[]) {
    const connection = await connect(await database());
    connections.push(connection);
    const models = defineModels(connection);
    await createIndexes(models);
    const store = new MongoDropStore(models);
    for (const drop of drops) await store.insert(drop);
    return store;
  }

  describe(`the store of secrets on ${name}`, () => {
    it('keeps one as it is', async () => {
      const store = await aStore(aDrop());

      expect(await store.find('d1')).toEqual(aDrop());
      expect(await store.find('d2')).toBeUndefined();
    });

    it('takes a secret once, by the right word, in time', async () => {
      const store = await aStore(aDrop());

      expect(await store.fill('d1', { entryHash: 'another', now: at(9) }, sealed)).toBeUndefined();
      expect(await store.fill('d1', { entryHash: 'entry', now: at(10) }, sealed)).toBeUndefined();
      const both = await Promise.all([1, 2].map(() => store.fill('d1', { entryHash: 'entry', now: at(9) }, sealed)));

      expect(both.filter((one) => one !== undefined)).toHaveLength(1);
      expect(await store.find('d1')).toMatchObject({ state: 'filled', ...sealed });
    });

    it('forgets what was sealed when nobody could be told, and takes it again', async () => {
      const store = await aStore(aDrop());
      await store.fill('d1', { entryHash: 'entry', now: at(9) }, sealed);

      await store.empty('d1', 'the key of another');
      expect(await store.find('d1')).toMatchObject({ state: 'filled' });
      await store.empty('d1', 'key');
      expect(await store.find('d1')).toEqual(aDrop());
      expect(await store.fill('d1', { entryHash: 'entry', now: at(9) }, sealed)).toMatchObject({ state: 'filled' });
    });

    it('gives it to the first of all who open it, and keeps nothing of it', async () => {
      const store = await aStore(aDrop({ state: 'filled', ...sealed }));
      for (const { id } of [ben, cem]) expect(await store.grant('d1', grantOf(id), at(9))).toBe(true);

      const opened = await Promise.all([ben, cem, ben].map(({ id }) => store.open('d1', `hash of ${id}`, at(9))));

      expect(opened.filter((one) => one !== undefined)).toEqual([expect.objectContaining(sealed)]);
      const left = await store.find('d1');
      expect(left).toMatchObject({ state: 'opened', grants: [], opened: { at: at(9) } });
      expect(JSON.stringify(left)).not.toMatch(/sealed/);
      expect(await store.grant('d1', grantOf(ben.id), at(9))).toBe(false);
    });

    it('opens nothing for a link that was never given, nor when its time is over', async () => {
      const store = await aStore(aDrop({ state: 'filled', ...sealed, grants: [grantOf(ben.id)] }));

      expect(await store.open('d1', 'hash of nobody', at(9))).toBeUndefined();
      expect(await store.open('d1', `hash of ${ben.id}`, at(10))).toBeUndefined();
      expect(await store.grant('d1', grantOf(cem.id), at(10))).toBe(false);
    });

    it('ends each that is over once, filled or not, and no other', async () => {
      const filled = aDrop({ id: 'd2', state: 'filled', ...sealed });
      const opened = aDrop({ id: 'd3', state: 'opened' });
      const store = await aStore(aDrop(), filled, opened, aDrop({ id: 'd4', expiresAt: at(12) }));

      expect(await store.expireOne(at(9))).toBeUndefined();
      const ended = await Promise.all([1, 2, 3].map(() => store.expireOne(at(10))));

      expect(ended.map((one) => one?.id).sort()).toEqual(['d1', 'd2', undefined]);
      expect(await store.find('d2')).not.toHaveProperty('sealed');
    });

    it('notes the cards of either side', async () => {
      const store = await aStore(aDrop());
      await store.noteCards('d1', { entry: ['slack:T1/D-dana/1'] });
      await store.noteCards('d1', { open: ['slack:T1/it-triage/2'] });

      expect(await store.find('d1')).toMatchObject({
        entryCards: ['slack:T1/D-dana/1'],
        openCards: ['slack:T1/it-triage/2'],
      });
    });
  });
}
