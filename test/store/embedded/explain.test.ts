import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection, Document, Sort } from 'mongodb';
import { anEmbeddedStore, type TestStore } from './an-embedded-store.ts';

type Case = readonly [what: string, filter: Document, sort: Sort, stages: string[], index: string | undefined];

const cases: readonly Case[] = [
  ['an id', { _id: 7 }, {}, ['FETCH', 'IXSCAN'], '_id_'],
  ['a unique key', { key: 'INC-7' }, {}, ['FETCH', 'IXSCAN'], 'key_1'],
  ['several ids', { _id: { $in: [1, 2] } }, {}, ['FETCH', 'IXSCAN'], '_id_'],
  ['a prefix of a compound index', { team: 't1' }, {}, ['FETCH', 'IXSCAN'], 'team_1_status_1_at_-1'],
  ['equality, then a range', { team: 't1', status: { $gte: 's' } }, {}, ['FETCH', 'IXSCAN'], 'team_1_status_1_at_-1'],
  ['equality, then the order', { team: 't1', status: 's0' }, { at: -1 }, ['FETCH', 'IXSCAN'], 'team_1_status_1_at_-1'],
  ['the order backwards', { team: 't1', status: 's0' }, { at: 1 }, ['FETCH', 'IXSCAN'], 'team_1_status_1_at_-1'],
  ['an order alone', {}, { at: -1 }, ['FETCH', 'IXSCAN'], 'at_1'],
  ['an order that no index has', { team: 't1' }, { key: 1 }, ['SORT', 'FETCH', 'IXSCAN'], 'team_1_status_1_at_-1'],
  ['what no index has', { other: 1 }, {}, ['COLLSCAN'], undefined],
  ['a beginning of a text', { key: /^INC-1/ }, {}, ['FETCH', 'IXSCAN'], 'key_1'],
  ['a part of a text', { key: /7/ }, {}, ['COLLSCAN'], undefined],
  ['an element of an array', { tags: 'vpn' }, {}, ['FETCH', 'IXSCAN'], 'tags_1'],
  ['branches with an index each', { $or: [{ key: 'INC-1' }, { tags: 'vpn' }] }, {}, ['FETCH', 'OR'], undefined],
  ['branches of which one has none', { $or: [{ key: 'INC-1' }, { other: 1 }] }, {}, ['COLLSCAN'], undefined],
  ['what a partial index is about', { due: { $lt: new Date() }, open: true }, {}, ['FETCH', 'IXSCAN'], 'due_1'],
  ['more than a partial index is about', { due: { $lt: new Date() } }, {}, ['COLLSCAN'], undefined],
  ['a value that a sparse index holds', { ref: 'x' }, {}, ['FETCH', 'IXSCAN'], 'ref_1'],
  ['a missing value, which it does not', { ref: null }, {}, ['COLLSCAN'], undefined],
];

describe('the plan of a query', () => {
  let store: TestStore;
  let tickets: Collection<Document>;
  beforeAll(async () => {
    store = await anEmbeddedStore();
    tickets = store.client.db().collection('tickets');
    await tickets.createIndexes([
      { key: { key: 1 }, unique: true },
      { key: { team: 1, status: 1, at: -1 } },
      { key: { at: 1 } },
      { key: { tags: 1 } },
      { key: { due: 1 }, partialFilterExpression: { open: true } },
      { key: { ref: 1 }, sparse: true },
    ]);
    await tickets.insertMany(
      Array.from({ length: 100 }, (_, n) => ({
        _id: n,
        key: `INC-${n}`,
        team: `t${n % 5}`,
        status: `s${n % 2}`,
        at: new Date(n),
        tags: n % 10 === 0 ? ['vpn', 'mail'] : [],
        open: n % 2 === 0,
        due: new Date(n),
      })) as never[],
    );
  });
  afterAll(() => store.stop());

  it.each(cases)('for %s', async (_what, filter, sort, stages, index) => {
    const { queryPlanner } = await tickets.find(filter).sort(sort).explain('queryPlanner');

    const plan = planStages(queryPlanner.winningPlan);
    expect(plan.map(({ stage }) => stage)).toEqual(stages);
    expect(plan.at(-1)?.indexName).toBe(index);
  });

  it('counts what was looked at', async () => {
    const { executionStats } = await tickets.find({ team: 't1', status: 's1' }).explain('executionStats');

    expect(executionStats).toMatchObject({ nReturned: 10, totalKeysExamined: 10, totalDocsExamined: 10 });
  });

  it('stops at the limit when the index has the order', async () => {
    const { executionStats } = await tickets
      .find({ team: 't1', status: 's1' })
      .sort({ at: -1 })
      .limit(3)
      .explain('executionStats');

    expect(executionStats).toMatchObject({ nReturned: 3, totalDocsExamined: 3 });
  });

  it('follows a hint, and refuses one that names nothing', async () => {
    const { queryPlanner } = await tickets.find({ team: 't1' }).hint('at_1').explain('queryPlanner');
    expect(planStages(queryPlanner.winningPlan).at(-1)?.indexName).toBe('at_1');

    await expect(tickets.find({ team: 't1' }).hint('none').toArray()).rejects.toMatchObject({ code: 2 });
  });

  it('is told for a pipeline by its first stages', async () => {
    const { stages } = await tickets
      .aggregate([{ $match: { key: 'INC-5' } }, { $group: { _id: '$team' } }])
      .explain('queryPlanner');

    expect(planStages(stages[0].$cursor.queryPlanner.winningPlan).at(-1)?.indexName).toBe('key_1');
  });
});

function planStages(plan: Document): Document[] {
  return plan.inputStage ? [plan, ...planStages(plan.inputStage)] : [plan];
}
