import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DigestConfig } from '../../src/config/desk-config.ts';
import { digestFigures } from '../../src/reports/digest-content.ts';
import { editionOn } from '../../src/reports/digest-edition.ts';
import { DigestNumbers } from '../../src/reports/digest-numbers.ts';
import { connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoReportSource } from '../../src/store/mongo-report-source.ts';
import { toDocument } from '../../src/store/ticket-document.ts';
import type { SlaStanding, Ticket } from '../../src/tickets/ticket.ts';
import { dayIn } from '../../src/tickets/ticket-service.ts';
import { aConfig } from '../kit/a-config.ts';
import { aDatabase } from '../kit/a-database.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { aDigest } from './a-digest.ts';

const hour = 3_600_000;
const day = 24 * hour;
const zone = 'Europe/Berlin';
const now = new Date('2026-11-24T07:30:20Z');
const config = aConfig({ parkedAtMostMs: { requester: 2 * day, vendor: 5 * day } });

const digest = (every: DigestConfig['every']) => aDigest({ every });

const server = process.env.TEST_MONGODB_URI;
if (!server) process.stderr.write('TEST_MONGODB_URI is not set: digests are counted on the embedded engine alone.\n');
const stores: [string, () => Promise<string>][] = [['the embedded engine', aDatabase]];
if (server) stores.push(['the server of TEST_MONGODB_URI', async () => fresh(server)]);

let databases = 0;
function fresh(uri: string): string {
  const url = new URL(uri);
  databases += 1;
  url.pathname = `/digests_${process.pid}_${databases}`;
  return url.href;
}

async function numbersOn(uri: string, tickets: readonly Ticket[], surveys: readonly object[] = [], rules = config) {
  const connection = await connect(uri);
  const models = defineModels(connection);
  await createIndexes(models);
  if (tickets.length > 0) await models.tickets.collection.insertMany(tickets.map(toDocument) as never);
  if (surveys.length > 0) await connection.collection('surveys').insertMany(surveys.map((one) => ({ ...one })));
  opened.push(async () => {
    await connection.dropDatabase();
    await connection.close();
  });
  return new DigestNumbers(new MongoReportSource(models), () => rules);
}

const opened: (() => Promise<void>)[] = [];

/** Any ticket of the last forty days, as odd as tickets get. */
const anyTicket = fc
  .record({
    team: fc.constantFrom('it', 'network', 'hr'),
    service: fc.constantFrom('vpn', 'email', 'payroll', undefined),
    confidential: fc.boolean(),
    status: fc.constantFrom('new', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'),
    reason: fc.constantFrom('requester', 'vendor', 'change', 'scheduled'),
    openedAgoMs: fc.integer({ min: 0, max: 40 * day }),
    laterMs: fc.integer({ min: 0, max: 10 * day }),
    deedBy: fc.constantFrom('ben@example.com', 'desk'),
    state: fc.constantFrom('running', 'paused', 'breached', 'met', 'missed'),
    dueInMs: fc.option(fc.integer({ min: -day, max: 2 * day }), { nil: undefined }),
  })
  .map(
    (facts) => facts as typeof facts & { status: Ticket['status']; reason: 'requester'; state: SlaStanding['state'] },
  );

function built(
  facts: ReturnType<typeof anyTicket.generate> extends { value: infer V } ? V : never,
  at: number,
): Ticket {
  const openedAt = new Date(now.getTime() - facts.openedAgoMs);
  const later = new Date(Math.min(now.getTime(), openedAt.getTime() + facts.laterMs));
  const key = `INC-${at + 1}`;
  const { service: _none, ...base } = aTicket({ key });
  const isOver = facts.status === 'resolved' || facts.status === 'closed';
  const dueAt = facts.dueInMs === undefined ? undefined : new Date(now.getTime() + facts.dueInMs);
  return {
    ...base,
    ...(facts.service ? { service: facts.service } : {}),
    ...{ team: facts.team, confidential: facts.confidential, status: facts.status },
    ...{ openedAt, openedDay: dayIn(config.desk.timeZone, openedAt) },
    ...(isOver ? { resolvedAt: later, resolvedDay: dayIn(config.desk.timeZone, later) } : {}),
    ...(facts.status === 'on_hold' ? { hold: { reason: facts.reason, since: later } } : {}),
    sla: {
      resolve: { policy: 'standard', state: facts.state, targetMs: hour, elapsedMs: 0 },
      ...(dueAt ? { next: { target: 'resolve', dueAt } } : {}),
    },
    history: [
      { at: openedAt, by: 'dana@example.com', move: 'open', changes: [] },
      { at: later, by: facts.deedBy, move: 'remind', changes: [] },
    ],
  };
}

/** The definitions of docs/digests.md, one ticket at a time. */
function byHand(tickets: readonly Ticket[], { period, dayEndsAt }: ReturnType<typeof editionOn>) {
  const open = tickets.filter(({ status }) => ['new', 'in_progress', 'on_hold'].includes(status));
  const inPeriod = (at: Date | undefined) => at !== undefined && at >= period.from && at < period.to;
  const isOverdue = ({ sla }: Ticket) =>
    (sla.next !== undefined && sla.next.dueAt <= now) || sla.resolve?.state === 'breached';
  const isStuck = ({ status, hold, history }: Ticket) => {
    if (status === 'on_hold' && hold) {
      const longest = config.parkedAtMostMs[hold.reason];
      return longest !== undefined && now.getTime() - hold.since.getTime() >= longest;
    }
    return history.every(({ at, by }) => by === 'desk' || now.getTime() - at.getTime() >= 3 * day);
  };
  const of = {
    opened: tickets.filter(({ openedAt }) => inPeriod(openedAt)),
    resolved: tickets.filter(({ resolvedAt }) => inPeriod(resolvedAt)),
    open,
    overdue: open.filter(isOverdue),
    dueToday: open.filter((one) => !isOverdue(one) && one.sla.next && one.sla.next.dueAt < dayEndsAt),
    stuck: open.filter(isStuck),
  };
  return of;
}

describe.each(stores)('the figures of a digest on %s', (_, open) => {
  afterAll(async () => {
    for (const close of opened.splice(0)) await close();
  });

  const tickets = fc.sample(anyTicket, { numRuns: 200, seed: 42 }).map(built);
  let numbers: DigestNumbers;
  beforeAll(async () => {
    numbers = await numbersOn(await open(), tickets);
  }, 60_000);

  it('are what one counts by hand, confidential tickets included, for a day, a week and a month', async () => {
    for (const every of ['day', 'week', 'month'] as const) {
      for (const teams of [undefined, ['it'], ['hr', 'network']]) {
        const edition = editionOn(digest(every), every === 'month' ? '2026-11-02' : '2026-11-24');
        const mine = tickets.filter(({ team }) => !teams || teams.includes(team));
        const hand = byHand(mine, edition);

        const { counts } = await numbers.content({ edition, scope: teams ? { teams } : {}, now });

        expect(counts).toEqual(
          Object.fromEntries(Object.entries(hand).map(([figure, counted]) => [figure, counted.length])),
        );
        expect(Object.values(hand).filter((counted) => counted.some(({ confidential }) => confidential))).not.toEqual(
          [],
        );
      }
    }
  });

  it('are followed by bars that are what one counts by hand', async () => {
    const daily = await numbers.content({ edition: editionOn(digest('day'), '2026-11-24'), scope: {}, now });
    const monthly = await numbers.content({ edition: editionOn(digest('month'), '2026-11-02'), scope: {}, now });

    expect(daily.bars.map(({ from }) => from)).toEqual(
      ['17', '18', '19', '20', '21', '22', '23'].map((date) => `2026-11-${date}`),
    );
    for (const { from, opened, resolved } of daily.bars) {
      expect(opened).toBe(tickets.filter(({ openedDay }) => openedDay === from).length);
      expect(resolved).toBe(tickets.filter(({ resolvedDay }) => resolvedDay === from).length);
    }
    expect(monthly.bars).toHaveLength(9);
    expect(monthly.bars.at(-1)?.from).toBe('2026-10-26');
    const inLastWeek = tickets.filter(({ openedDay }) => openedDay >= '2026-10-26' && openedDay <= '2026-11-01');
    expect(inLastWeek.length).toBeGreaterThan(0);
    expect(monthly.bars.at(-1)?.opened).toBe(inLastWeek.length);
  });

  it('list exactly the tickets that they count, those left out that the reader may not see', async () => {
    const question = { edition: editionOn(digest('day'), '2026-11-24'), scope: {}, now };
    const hand = byHand(tickets, question.edition);
    const mia = { id: 'mia@example.com', agentOf: [], seesAll: true };

    for (const figure of digestFigures) {
      const found = await numbers.list(question, figure, mia, { page: 0, pageSize: 200 });
      const visible = hand[figure].filter(({ confidential }) => !confidential).map(({ key }) => key);

      expect(found.lines.map(({ key }) => key).sort()).toEqual(visible.sort());
      expect(found).toMatchObject({ total: visible.length, unseen: hand[figure].length - visible.length });
    }
    const second = await numbers.list(question, 'open', mia, { page: 1, pageSize: 10 });
    const all = await numbers.list(question, 'open', mia, { page: 0, pageSize: 200 });
    expect(second.lines).toEqual(all.lines.slice(10, 20));
  });

  it('tell how content people were, each team by itself, and nobody’s answer when too few were anonymous', async () => {
    const answered = (score: number, team: string, at: string) => ({ score, team, answeredAt: new Date(at) });
    const surveys = [
      answered(5, 'it', '2026-11-23T07:30:00Z'),
      answered(2, 'it', '2026-11-24T07:29:59Z'),
      answered(3, 'hr', '2026-11-23T12:00:00Z'),
      answered(1, 'it', '2026-11-24T07:30:00Z'),
      answered(1, 'it', '2026-11-23T07:29:59Z'),
      { team: 'it', askedAt: new Date('2026-11-23T12:00:00Z') },
    ];
    const team = await numbersOn(await open(), [], surveys);
    const edition = editionOn(digest('day'), '2026-11-24');

    expect((await team.content({ edition, scope: { teams: ['it'] }, now })).satisfaction).toEqual({
      mean: 3.5,
      answers: 2,
    });
    expect((await team.content({ edition, scope: {}, now })).satisfaction?.answers).toBe(3);
    const survey = { afterMs: 1, remindAfterMs: 1, atMostEveryMs: 1, lowScore: 2, isAnonymous: true };
    const secret = await numbersOn(await open(), [], surveys, { ...config, survey });
    expect(await secret.content({ edition, scope: { teams: ['it'] }, now })).not.toHaveProperty('satisfaction');
    expect((await secret.content({ edition, scope: {}, now })).satisfaction?.answers).toBe(3);
  });

  it('never choose a confidential ticket as the one thing to look at', async () => {
    const overdue = { next: { target: 'resolve', dueAt: new Date(now.getTime() - hour) } } as const;
    const resolve = { policy: 'p1', state: 'breached', targetMs: hour, elapsedMs: 2 * hour } as const;
    const facts = { priority: 'P1', openedAt: new Date(now.getTime() - day), sla: { resolve, ...overdue } } as const;
    const secret = aTicket({ key: 'INC-66', team: 'hr', confidential: true, ...facts });
    const plain = aTicket({ key: 'INC-7', ...facts, openedAt: new Date(now.getTime() - hour) });
    const edition = editionOn(digest('day'), '2026-11-24');

    const alone = await numbersOn(await open(), [secret]);
    expect(await alone.content({ edition, scope: {}, now })).not.toHaveProperty('highlight');
    const both = await numbersOn(await open(), [secret, plain]);
    expect(await both.content({ edition, scope: {}, now })).toMatchObject({
      counts: { overdue: 2 },
      highlight: { kind: 'overdueP1', ticket: { key: 'INC-7' } },
    });
  });

  it('see a service that is asked for far more than usual', async () => {
    const opened = (agoMs: number, at: number, service: string) => {
      const openedAt = new Date(now.getTime() - agoMs);
      const history = [{ at: now, by: 'ben@example.com', move: 'open', changes: [] } as const];
      return aTicket({
        key: `INC-${at}`,
        service,
        openedAt,
        openedDay: dayIn(zone, openedAt),
        history,
        status: 'resolved',
      });
    };
    const usual = Array.from({ length: 27 }, (_one, at) => opened((at + 2) * day, at, 'vpn'));
    const today = Array.from({ length: 8 }, (_one, at) => opened(hour + at, 100 + at, 'vpn'));
    const some = Array.from({ length: 4 }, (_one, at) => opened(hour + at, 200 + at, 'email'));
    const loads = await numbersOn(await open(), [...usual, ...today, ...some]);

    const { highlight } = await loads.content({ edition: editionOn(digest('day'), '2026-11-24'), scope: {}, now });

    expect(highlight).toEqual({ kind: 'surge', service: 'vpn', opened: 8, usual: expect.closeTo(27 / 28, 9) });
  });
});
