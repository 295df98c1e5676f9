import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import { questionFor } from '../../src/estimates/likeness.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels, type Models } from '../../src/store/models.ts';
import { filterFor, MongoEstimateSource } from '../../src/store/mongo-estimate-source.ts';
import { MongoTicketStore } from '../../src/store/mongo-ticket-store.ts';
import { cancel, close, reopen, resolve } from '../../src/tickets/moves/ending.ts';
import type { Likeness, ResolutionCode, Ticket } from '../../src/tickets/ticket.ts';
import { aDatabase } from '../kit/a-database.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { ben } from '../kit/people.ts';
import { moved } from '../tickets/written.ts';

const at = (dayOfMarch: number) => new Date(Date.UTC(2026, 2, dayOfMarch, 12));
/** Of those since the third of March. */
const asked = (like: Likeness, most = 10) => ({ ...questionFor(like, at(20)), since: at(3), most });
const vpn: Likeness = { kind: 'incident', priority: 'P3', service: 'vpn' };

/** Of the VPN, raised on the second of March. */
function resolvedOn(dayOfMarch: number, facts: Partial<Ticket> = {}, code: ResolutionCode = 'fixed'): Ticket {
  return moved(aTicket({ priority: 'P3', openedAt: at(2), ...facts }), resolve(code, 'Done.'), ben.id, at(dayOfMarch));
}

let connection: Connection;
let models: Models;
let source: MongoEstimateSource;

beforeAll(async () => {
  connection = await connect(await aDatabase());
  models = defineModels(connection);
  await createIndexes(models);
  source = new MongoEstimateSource(models);
  const tickets: readonly Ticket[] = [
    resolvedOn(5),
    resolvedOn(9, { openedAt: at(4) }),
    moved(resolvedOn(7), close, ben.id, at(8)),
    moved(moved(resolvedOn(4), reopen(undefined, 1e12), ben.id, at(5)), resolve('workaround', 'Now.'), ben.id, at(10)),
    resolvedOn(6, { confidential: true, openedAt: at(1) }),
    resolvedOn(6, { service: 'email' }),
    resolvedOn(6, { service: 'wifi', team: 'network' }),
    // Nothing to learn from, each for a reason of its own.
    resolvedOn(2),
    aTicket({ priority: 'P3' }),
    resolvedOn(5, {}, 'duplicate'),
    resolvedOn(5, {}, 'no_answer'),
    moved(resolvedOn(5), reopen(undefined, 1e12), ben.id, at(6)),
    moved(aTicket({ priority: 'P3' }), cancel('Not ours.'), ben.id, at(5)),
    resolvedOn(5, { priority: 'P4' }),
    resolvedOn(5, { kind: 'request' }),
  ];
  const store = new MongoTicketStore(models);
  for (const [index, ticket] of tickets.entries()) {
    const key = `INC-${index}`;
    await store.insert({ ...ticket, key, source: { ...ticket.source, key } });
  }
});
afterAll(() => connection.close());

const days = (dates: readonly { readonly resolvedAt: Date }[]) =>
  dates.map(({ resolvedAt }) => resolvedAt.getUTCDate());

describe('the store of resolved tickets', () => {
  it('gives those of a service with the resolution that stood, the newest first', async () => {
    const { spans, since: first } = await source.resolvedLike(asked(vpn));

    expect(spans).toEqual([
      { openedAt: at(2), resolvedAt: at(10) },
      { openedAt: at(4), resolvedAt: at(9) },
      { openedAt: at(2), resolvedAt: at(7) },
      { openedAt: at(1), resolvedAt: at(6) },
      { openedAt: at(2), resolvedAt: at(5) },
    ]);
    expect(first).toEqual(at(2));
  });

  it('counts what is confidential in its own service and nowhere else', async () => {
    const { spans: ofTeam } = await source.resolvedLike(asked({ kind: 'incident', priority: 'P3', team: 'it' }));
    const { spans: ofAll } = await source.resolvedLike(asked({ kind: 'incident', priority: 'P3' }));

    expect(days(ofTeam)).toEqual([10, 9, 7, 6, 5]);
    expect(ofTeam).not.toContainEqual({ openedAt: at(1), resolvedAt: at(6) });
    expect(days(ofAll)).toEqual([10, 9, 7, 6, 6, 5]);
    expect(ofAll).not.toContainEqual({ openedAt: at(1), resolvedAt: at(6) });
  });

  it('gives no more than is asked for, and still knows when the first was raised', async () => {
    const { spans, since: first } = await source.resolvedLike(asked(vpn, 2));

    expect(days(spans)).toEqual([10, 9]);
    expect(first).toEqual(at(2));
    expect(await source.resolvedLike(asked({ ...vpn, service: 'none' }, 2))).toEqual({ spans: [] });
  });

  it.each<[Likeness, string]>([
    [vpn, 'kind_1_priority_1_service_1_resolvedAt_-1'],
    [{ kind: 'incident', priority: 'P3', team: 'it' }, 'kind_1_priority_1_team_1_resolvedAt_-1'],
    [{ kind: 'incident', priority: 'P3' }, 'kind_1_priority_1_resolvedAt_-1'],
  ])('looks at no more than it gives, by an index: %j', async (likeness, index) => {
    for (const order of [1, -1] as const) {
      const { queryPlanner } = await models.tickets.collection
        .find(filterFor(asked(likeness)) as Document)
        .sort({ resolvedAt: order })
        .limit(asked(likeness).most)
        .explain('queryPlanner');

      const said = JSON.stringify(queryPlanner.winningPlan);
      expect(said).toContain(`"indexName":"${index}"`);
      expect(said).not.toMatch(/"stage":"(SORT|COLLSCAN)"/);
    }
  });
});
