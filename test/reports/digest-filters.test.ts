import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { digestFigures } from '../../src/reports/digest-content.ts';
import { editionOn } from '../../src/reports/digest-edition.ts';
import { figureFilter, readerFilter } from '../../src/reports/digest-filters.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels, type Models } from '../../src/store/models.ts';
import { toDocument } from '../../src/store/ticket-document.ts';
import { type Actor, maySee } from '../../src/tickets/permissions.ts';
import { readerOf } from '../../src/tickets/ticket-service.ts';
import { aConfig } from '../kit/a-config.ts';
import { aDatabase } from '../kit/a-database.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { aDigest } from './a-digest.ts';

let connection: Connection;
let models: Models;
beforeAll(async () => {
  connection = await connect(await aDatabase());
  models = defineModels(connection);
  await createIndexes(models);
});
afterAll(() => connection.close());

const rules = { desk: aConfig().desk, parkedAtMostMs: { vendor: 1 } };
const edition = editionOn(aDigest(), '2026-11-24');

describe('a figure of a digest', () => {
  it.each(digestFigures)('asks by an index: %s', async (figure) => {
    for (const scope of [{}, { teams: ['it'] }]) {
      const filter = figureFilter({ edition, scope, now: edition.dueAt }, figure, rules);
      const plan = await models.tickets.collection.find(filter).explain('queryPlanner');

      expect(JSON.stringify(plan)).toContain('IXSCAN');
      expect(JSON.stringify(plan)).not.toContain('COLLSCAN');
    }
  });
});

describe('who may see what is listed', () => {
  it('are those who may see the tickets anywhere else', async () => {
    const tickets = [false, true].flatMap((confidential) =>
      ['dana', 'ben', 'eve'].flatMap((who) => ['it', 'hr'].map((team) => ({ confidential, who, team }))),
    );
    const all = tickets.map(({ confidential, who, team }, at) =>
      aTicket({ key: `INC-${at}`, confidential, team, requester: who, assignee: 'cem', watchers: ['lea'] }),
    );
    await models.tickets.collection.insertMany(all.map(toDocument) as never);
    const nobody = { agentOf: [], leadOf: [], isManager: false, isAdmin: false };
    const actors: readonly Actor[] = [
      { ...nobody, id: 'dana' },
      { ...nobody, id: 'cem' },
      { ...nobody, id: 'lea' },
      { ...nobody, id: 'mia', isManager: true },
      { ...nobody, id: 'ada', isAdmin: true },
      { ...nobody, id: 'ben', agentOf: ['it'] },
      { ...nobody, id: 'hana', agentOf: ['hr'], leadOf: ['hr'] },
      { ...nobody, id: 'else' },
    ];

    for (const actor of actors) {
      const seen = await models.tickets.collection
        .find(readerFilter(readerOf(actor)))
        .project({ _id: 1 })
        .toArray();
      const may = all.filter((ticket) => maySee(actor, ticket)).map(({ key }) => key);

      expect([actor.id, seen.map(({ _id }) => String(_id)).sort()]).toEqual([actor.id, may.sort()]);
    }
  });
});
