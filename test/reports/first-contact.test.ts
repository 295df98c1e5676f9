import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstContact } from '../../src/reports/first-contact.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { defineModels, type Models } from '../../src/store/models.ts';
import { MongoReportSource } from '../../src/store/mongo-report-source.ts';
import { toDocument } from '../../src/store/ticket-document.ts';
import { assignTo, claim, takeBack } from '../../src/tickets/moves/assignment.ts';
import { reopen, resolve } from '../../src/tickets/moves/ending.ts';
import { escalateToTeam, escalateUp } from '../../src/tickets/moves/escalation.ts';
import { hear, reply } from '../../src/tickets/moves/talking.ts';
import { hold, resume } from '../../src/tickets/moves/waiting.ts';
import { aDatabase } from '../kit/a-database.ts';
import { days } from '../kit/fake-clock.ts';
import { ben, cem, dana, lea } from '../kit/people.ts';
import { aLife, berlin, week, zone } from './a-counted-desk.ts';

type Steps = Parameters<typeof aLife>[3];
const solved = resolve('fixed', 'Done.');
const taken = ['03-02 09:10', ben, claim] as const;
const done = ['03-02 12:00', ben, solved] as const;

let connection: Connection;
let models: Models;
beforeAll(async () => {
  connection = await connect(await aDatabase());
  models = defineModels(connection);
});
afterAll(() => connection.close());

async function countOf(steps: Steps): Promise<unknown> {
  const ticket = aLife('INC-1', '03-02 09:00', {}, steps);
  await models.tickets.collection.deleteMany({});
  await models.tickets.collection.insertOne({ ...toDocument(ticket), _id: ticket.key as never });
  const request = { period: week, timeZone: zone, now: berlin('03-09 12:00'), withTickets: false };
  const { rows } = await firstContact.run(new MongoReportSource(models), request);
  expect(rows[0]?.cells.resolved).toBe(1);
  return rows[0]?.cells.firstContact;
}

const at = '03-02 10:00';
const counts: readonly (readonly [string, Steps])[] = [
  ['was claimed, answered and solved by one agent', [taken, [at, ben, reply('m1')], done]],
  ['was solved without being claimed', [done]],
  ['was given to the agent by the lead', [['03-02 09:10', lea, assignTo(ben.id)], done]],
  ['waited for a supplier', [taken, [at, ben, hold('vendor', undefined)], ['03-02 11:00', ben, resume], done]],
  ['heard more from its requester without being asked', [taken, [at, dana, hear], done]],
];
const doNot: readonly (readonly [string, Steps])[] = [
  ['went to another agent', [taken, [at, lea, assignTo(cem.id)], ['03-02 12:00', cem, solved]]],
  ['was taken back first', [taken, [at, ben, takeBack], ['03-02 11:00', ben, claim], done]],
  ['was escalated to another team', [[at, ben, escalateToTeam('network')], done]],
  ['was escalated upwards', [taken, [at, ben, escalateUp([lea.id])], done]],
  ['waited for its requester', [taken, [at, ben, hold('requester', 'Which?')], ['03-02 11:00', dana, hear], done]],
  ['was answered by a colleague', [taken, [at, cem, reply('m1')], done]],
  [
    'was reopened, though the same agent solved it again',
    [taken, done, ['03-02 13:00', dana, reopen('No.', days(7))], ['03-02 14:00', ben, solved]],
  ],
];

describe('resolution at first contact', () => {
  it.each(counts)('counts what %s', async (_, steps) => {
    expect(await countOf(steps)).toBe(1);
  });

  it.each(doNot)('does not count what %s', async (_, steps) => {
    expect(await countOf(steps)).toBe(0);
  });
});
