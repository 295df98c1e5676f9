import { afterEach, describe, expect, it } from '@jest/globals';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoTicketStore } from '../../src/store/mongo-ticket-store.ts';
import { MongoTriageStore } from '../../src/store/mongo-triage-store.ts';
import { edit } from '../../src/tickets/moves/describing.ts';
import { firstLicence, type Licence } from '../../src/triage/licence.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { ben } from '../kit/people.ts';
import { moved } from '../tickets/written.ts';
import { aPast } from '../triage/a-history.ts';

const now = new Date('2026-03-10T08:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const acting: Licence = { ...firstLicence('service', 'learnt'), state: 'acting', since: now, version: 1 };

/** What the store of lessons and licences does, on whichever engine. */
export function triageStoreContract(engine: string, database: () => Promise<string>): void {
  const connections: Connection[] = [];
  afterEach(async () => {
    await Promise.all(connections.splice(0).map((connection) => connection.close()));
  });

  async function stores() {
    const connection = await connect(await database());
    connections.push(connection);
    const models = defineModels(connection);
    await createIndexes(models);
    return { triage: new MongoTriageStore(models), tickets: new MongoTicketStore(models) };
  }

  describe(`lessons on ${engine}`, () => {
    it('are the newest tickets that people have resolved or corrected', async () => {
      const { triage, tickets } = await stores();
      for (const ticket of aPast(3, now)) await tickets.insert(ticket);
      await tickets.insert(aTicket({ key: 'INC-1' }));
      await tickets.insert(moved(aTicket({ key: 'INC-2' }), edit({ title: 'x', kind: 'request' }), ben.id));

      const all = await triage.judged(10);
      expect(all.map(({ key }) => key).toSorted()).toEqual(['INC-1000', 'INC-1001', 'INC-1002', 'INC-2']);
      expect(await triage.judged(2)).toHaveLength(2);
      expect(all.find(({ key }) => key === 'INC-2')).toMatchObject({ kind: 'request', team: 'it', priority: 'P4' });
      const recent = await triage.judgedSince('2026-03-10');
      expect(recent.map(({ key }) => key).toSorted()).toEqual(['INC-1000', 'INC-1001', 'INC-1002']);
    });
  });

  describe(`licences on ${engine}`, () => {
    it('are written by one of several that saw the same one before', async () => {
      const { triage } = await stores();
      expect(await triage.licences()).toEqual([]);

      expect(await triage.writeLicence(acting, false)).toBe(true);
      expect(await triage.writeLicence(acting, false)).toBe(false);
      const silent: Licence = { ...acting, state: 'silent', version: 2, judged: 14, right: 8 };
      const both = await Promise.all([triage.writeLicence(silent, true), triage.writeLicence(silent, true)]);

      expect(both.toSorted()).toEqual([false, true]);
      expect(await triage.licences()).toEqual([silent]);
    });

    it('have news that one process tells, and another when the first falls silent', async () => {
      const { triage } = await stores();
      await triage.writeLicence(acting, true);

      expect(await triage.claimNews(now, later(2))).toMatchObject({ version: 1, mayHaveArrived: false });
      expect(await triage.claimNews(later(1), later(3))).toBeUndefined();
      const news = await triage.claimNews(later(2), later(4));
      expect(news).toMatchObject({ version: 1, mayHaveArrived: true });

      if (news) await triage.settleNews(news);
      expect(await triage.claimNews(later(60), later(62))).toBeUndefined();
      expect(await triage.licences()).toEqual([acting]);
    });
  });
}
