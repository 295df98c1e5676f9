import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportSource, Stage } from '../../src/reports/report-source.ts';
import { reports } from '../../src/reports/reports.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels, type Models } from '../../src/store/models.ts';
import { aDatabase } from '../kit/a-database.ts';
import { berlin, week, zone } from './a-counted-desk.ts';

let connection: Connection;
let models: Models;
beforeAll(async () => {
  connection = await connect(await aDatabase());
  models = defineModels(connection);
  await createIndexes(models);
});
afterAll(() => connection.close());

type From = 'tickets' | 'surveys' | 'askedQuestions' | 'articles' | 'modelCalls';

/** What a report asks for first, each time. */
async function firstQuestions(run: (typeof reports)[number]['run'], withTickets: boolean) {
  const asked: { from: From; match: unknown }[] = [];
  async function* nothing<Row extends object>(from: From, [first]: readonly Stage[]) {
    asked.push({ from, match: first?.$match });
    yield* [] as Row[];
  }
  const source: ReportSource = {
    tickets: (pipeline) => nothing('tickets', pipeline),
    surveys: (pipeline) => nothing('surveys', pipeline),
    questions: (pipeline) => nothing('askedQuestions', pipeline),
    articles: (pipeline) => nothing('articles', pipeline),
    modelCalls: (pipeline) => nothing('modelCalls', pipeline),
  };
  await run(source, { period: week, timeZone: zone, now: berlin('04-01 12:00'), withTickets });
  return asked;
}

describe('a report', () => {
  it.each(reports.map(({ name, run }) => [name, run] as const))('asks by an index: %s', async (_, run) => {
    const questions = [...(await firstQuestions(run, false)), ...(await firstQuestions(run, true))];
    const plans = await Promise.all(
      questions.map(({ from, match }) => models[from].collection.find(match ?? {}).explain('queryPlanner')),
    );

    expect(questions.length).toBeGreaterThan(0);
    expect(plans.map((plan) => JSON.stringify(plan).includes('COLLSCAN'))).toEqual(plans.map(() => false));
    expect(plans.map((plan) => JSON.stringify(plan).includes('IXSCAN'))).toEqual(plans.map(() => true));
  });
});
