import { afterEach, describe, expect, it } from '@jest/globals';
import type { HelpDraft } from '../../src/help/draft-store.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoDraftStore } from '../../src/store/mongo-draft-store.ts';
import { MongoRemarkStore } from '../../src/store/mongo-remark-store.ts';
import { MongoSolvedSource } from '../../src/store/mongo-solved-source.ts';
import { MongoTicketStore } from '../../src/store/mongo-ticket-store.ts';
import { MongoTranslationStore } from '../../src/store/mongo-translation-store.ts';
import type { Remark } from '../../src/tickets/conversation.ts';
import { cancel, reopen, resolve } from '../../src/tickets/moves/ending.ts';
import type { ResolutionCode, Ticket } from '../../src/tickets/ticket.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { ben, dana } from '../kit/people.ts';
import { moved } from '../tickets/written.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));

const aDraft: HelpDraft = { id: 'd1', ticket: 'INC-1', text: 'Restart', language: 'en', by: 'local', madeAt: at(0) };

function aRemark(id: string): Remark {
  const facts = { side: 'requester', visibility: 'public', isDescription: false, version: 1, owing: true } as const;
  return { ...facts, id, ticket: 'INC-1', author: dana.id, text: 'Hallo', files: [], at: at(0), copies: [] };
}

const solvedAt = (key: string, minute: number, facts: Partial<Ticket> = {}, code: ResolutionCode = 'fixed') =>
  moved(aTicket({ key, ...facts }), resolve(code, 'Done.'), ben.id, at(minute));

/** What the stores of the agents' help promise, on any server. @param database gives the address of an empty one */
export function helpStoresContract(name: string, database: () => Promise<string>): void {
  const connections: Connection[] = [];
  afterEach(async () => {
    for (const connection of connections.splice(0)) {
      await connection.dropDatabase();
      await connection.close();
    }
  });

  async function theModels() {
    const connection = await connect(await database());
    connections.push(connection);
    const models = defineModels(connection);
    await createIndexes(models);
    return models;
  }

  describe(`the store of drafts on ${name}`, () => {
    it('keeps a draft as it was first, and what its agent has heard since', async () => {
      const store = new MongoDraftStore(await theModels());
      await store.add(aDraft);
      await store.add({ ...aDraft, text: 'Something else' });
      expect(await store.find('d1')).toEqual(aDraft);

      await store.heard('d1', 'm7');
      expect(await store.find('d1')).toEqual({ ...aDraft, heard: 'm7' });
      expect(await store.find('d2')).toBeUndefined();
    });
  });

  describe(`remarks that wait for a translation on ${name}`, () => {
    it('are taken by one of many, and by another one only when that one has not come to an end', async () => {
      const models = await theModels();
      const [remarks, store] = [new MongoRemarkStore(models), new MongoTranslationStore(models)];
      await remarks.insert(aRemark('m1'));
      expect(await store.take('m1', at(9), at(11))).toBeUndefined();
      await store.owe('m1', at(1));

      const taken = await Promise.all(Array.from({ length: 8 }, () => store.take('m1', at(1), at(3))));
      expect(taken.filter((one) => one !== undefined)).toEqual([aRemark('m1')]);
      expect(await store.waiting(at(2), 10)).toEqual([]);

      expect(await store.waiting(at(3), 10)).toEqual(['m1']);
      expect(await store.take('m1', at(3), at(5))).toMatchObject({ id: 'm1' });
      await store.settle('m1', at(5));
      expect(await store.waiting(at(60), 10)).toEqual([]);
    });

    it('wait on when they were changed while they were taken', async () => {
      const models = await theModels();
      const [remarks, store] = [new MongoRemarkStore(models), new MongoTranslationStore(models)];
      await remarks.insert(aRemark('m1'));
      await store.owe('m1', at(1));
      await store.take('m1', at(1), at(3));
      await store.owe('m1', at(2));
      await store.settle('m1', at(3));

      expect(await store.waiting(at(2), 10)).toEqual(['m1']);
    });
  });

  describe(`the solved tickets on ${name}`, () => {
    it('are those that somebody solved, the newest first, and those since an instant', async () => {
      const models = await theModels();
      const [tickets, source] = [new MongoTicketStore(models), new MongoSolvedSource(models)];
      const all = [
        ...[1, 2, 3, 4, 5].map((minute) => solvedAt(`INC-${minute}`, minute)),
        solvedAt('INC-6', 6, { confidential: true }),
        solvedAt('INC-7', 7, {}, 'duplicate'),
        moved(solvedAt('INC-8', 8), reopen(undefined, 1e12), ben.id, at(9)),
        moved(aTicket({ key: 'INC-9' }), cancel('Not ours'), ben.id, at(9)),
        aTicket({ key: 'INC-10' }),
      ];
      for (const ticket of all) await tickets.insert(ticket);

      const batches: string[][] = [];
      for await (const batch of source.newest(4, 3)) batches.push(batch.map(({ key }) => key));
      expect(batches).toEqual([['INC-5', 'INC-4', 'INC-3'], ['INC-2']]);
      expect(await source.since(at(4), 10)).toEqual(
        [4, 5].map((minute) => ({
          key: `INC-${minute}`,
          title: 'VPN is down',
          description: 'The VPN is down since this morning.',
          resolvedAt: at(minute),
        })),
      );
    });
  });
}
