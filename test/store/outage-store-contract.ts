import { afterEach, describe, expect, it } from '@jest/globals';
import type { Outage } from '../../src/outages/outage.ts';
import type { Report } from '../../src/outages/report.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoOutageStore } from '../../src/store/mongo-outage-store.ts';

const now = new Date('2026-03-10T08:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const aReport = (id: string, at = now, facts: Partial<Report> = {}): Report => ({
  ...{ id, person: `${id}@example.com`, isBot: false, isTrouble: true, at, team: 'it', title: 'VPN is down' },
  ...{ terms: [['@vpn', 1.5, 'VPN']], matter: '@vpn fault', ...facts },
});

const listed = (id: string) => ({ id, person: `${id}@example.com`, isBot: false, at: now, title: 'VPN is down' });
const triage = { id: 'triage', kind: 'triage', place: 'slack:T1/it', drawn: 0 } as const;
const anOutage: Outage = {
  ...{ id: 'outage:INC-1', state: 'possible', team: 'it', common: ['VPN'], raisedAt: now, version: 1 },
  ...{ reports: [listed('INC-1'), listed('INC-2')], cards: [triage] },
};

/** What the store of outages does, on whichever engine. */
export function outageStoreContract(engine: string, database: () => Promise<string>): void {
  const connections: Connection[] = [];
  afterEach(async () => {
    await Promise.all(connections.splice(0).map((connection) => connection.close()));
  });

  async function aStore() {
    const connection = await connect(await database());
    connections.push(connection);
    const models = defineModels(connection);
    await createIndexes(models);
    return new MongoOutageStore(models);
  }

  describe(`reports on ${engine}`, () => {
    it('are kept once, read by when they were kept, and forgotten', async () => {
      const store = await aStore();
      await store.keep(aReport('INC-1'), now);
      await store.keep(aReport('INC-1', now, { title: 'Other' }), later(5));
      await store.keep(aReport('INC-2', now), later(10));

      expect((await store.keptSince(now)).map(({ id, title }) => [id, title])).toEqual([
        ['INC-1', 'VPN is down'],
        ['INC-2', 'VPN is down'],
      ]);
      expect((await store.keptSince(later(1))).map(({ id }) => id)).toEqual(['INC-2']);
      await store.forget('INC-1');
      expect((await store.keptSince(now)).map(({ id }) => id)).toEqual(['INC-2']);
    });

    it('are found by their matter and service, the newest first', async () => {
      const store = await aStore();
      await store.keep(aReport('INC-1', now, { service: 'vpn' }), now);
      await store.keep(aReport('INC-2', later(1), { service: 'vpn' }), now);
      await store.keep(aReport('INC-3', later(2)), now);
      await store.keep(aReport('INC-4', later(3), { service: 'vpn', matter: 'other' }), now);

      const matter = { matter: '@vpn fault', service: 'vpn' };
      expect(await store.ofMatter(matter, now, 10)).toEqual(['INC-2', 'INC-1']);
      expect(await store.ofMatter(matter, later(1), 10)).toEqual(['INC-2']);
      expect(await store.ofMatter({ matter: '@vpn fault' }, now, 10)).toEqual(['INC-3']);
    });
  });

  describe(`outages on ${engine}`, () => {
    it('are raised once, and decided once', async () => {
      const store = await aStore();
      const raised = await Promise.all([1, 2, 3].map(() => store.raise(anOutage)));
      expect(raised.filter(Boolean)).toHaveLength(1);
      const set = { state: 'declared', by: 'ben', parent: 'INC-9' } as const;
      const decided = await Promise.all([1, 2, 3].map(() => store.change(anOutage.id, 'possible', { set })));

      expect(decided.filter((outage) => outage !== undefined)).toHaveLength(1);
      expect(await store.find(anOutage.id)).toMatchObject({ parent: 'INC-9', state: 'declared', version: 2 });
      expect((await store.declared()).map(({ id }) => id)).toEqual([anOutage.id]);
      expect(await store.possibleSince(now)).toEqual([]);
    });

    it('take a report in once', async () => {
      const store = await aStore();
      await store.raise(anOutage);
      await Promise.all([1, 2, 3].map(() => store.change(anOutage.id, 'possible', { addReports: [listed('INC-3')] })));

      const [outage] = await store.ofReports(['INC-3']);
      expect(outage?.reports.map(({ id }) => id)).toEqual(['INC-1', 'INC-2', 'INC-3']);
    });

    it('are drawn by one at a time, and again when they change meanwhile', async () => {
      const store = await aStore();
      await store.raise(anOutage);
      const lease = await store.lease(anOutage.id, now, later(1));
      expect(lease).toMatchObject({ outage: { id: anOutage.id }, isTakenOver: false });
      expect(await store.lease(anOutage.id, now, later(1))).toBeUndefined();
      expect(await store.owing(now, 10)).toEqual([]);
      await store.change(anOutage.id, 'possible', { addReports: [listed('INC-3')] });

      const drawn = [{ ...triage, message: 'slack:T1/it/1', drawn: 1 }];
      const more = await store.settle(lease?.outage ?? anOutage, drawn);
      expect(more).toMatchObject({ version: 2, cards: drawn });
      expect(await store.settle(more ?? anOutage, [{ ...triage, message: 'slack:T1/it/1', drawn: 2 }])).toBeUndefined();
      expect(await store.owing(later(5), 10)).toEqual([]);
      expect(await store.find(anOutage.id)).toMatchObject({ cards: [{ message: 'slack:T1/it/1', drawn: 2 }] });
    });

    it('are taken over from who never came to the end', async () => {
      const store = await aStore();
      await store.raise(anOutage);
      await store.lease(anOutage.id, now, later(1));

      expect(await store.owing(later(2), 10)).toEqual([anOutage.id]);
      expect(await store.lease(anOutage.id, later(2), later(3))).toMatchObject({ isTakenOver: true });
    });

    it('hear of each version of their incident once', async () => {
      const store = await aStore();
      await store.raise(anOutage);
      await store.change(anOutage.id, 'possible', { set: { state: 'declared', parent: 'INC-9' } });
      const state = { parent: 'INC-9', parentVersion: 3, isOver: false };

      expect(await store.touch(anOutage.id, state)).toBe(true);
      expect(await store.touch(anOutage.id, state)).toBe(false);
      expect(await store.touch(anOutage.id, { ...state, parentVersion: 2 })).toBe(false);
      expect(await store.touch(anOutage.id, { ...state, parent: 'INC-12', parentVersion: 1 })).toBe(true);
      expect(await store.touch(anOutage.id, { ...state, parent: 'INC-12', parentVersion: 2, isOver: true })).toBe(true);
      expect(await store.declared()).toEqual([]);
    });
  });

  describe(`lessons on ${engine}`, () => {
    it('are counted by their words, in whatever order', async () => {
      const store = await aStore();
      await store.teach(['door', 'badg'], now);
      await store.teach(['badg', 'door'], later(1));
      await store.teach(['beamer'], later(2));

      expect(await store.lessons()).toEqual([
        { terms: ['beamer'], at: later(2), times: 1 },
        { terms: ['badg', 'door'], at: later(1), times: 2 },
      ]);
    });
  });
}
