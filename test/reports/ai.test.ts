import { beforeAll, describe, expect, it } from '@jest/globals';
import { ai } from '../../src/reports/ai.ts';
import type { ReportTable } from '../../src/reports/report.ts';
import { connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoModelCallStore } from '../../src/store/mongo-model-call-store.ts';
import { MongoReportSource } from '../../src/store/mongo-report-source.ts';
import { MongoTicketStore } from '../../src/store/mongo-ticket-store.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import type { TriageGuess } from '../../src/tickets/ticket-triage.ts';
import type { CallRecord } from '../../src/triage/model/call-record.ts';
import { aDatabase } from '../kit/a-database.ts';
import { ben } from '../kit/people.ts';
import { aLife, berlin, week, zone } from './a-counted-desk.ts';

const at = berlin('03-03 10:00');
let count = 0;

function aCall(facts: Partial<CallRecord>): CallRecord {
  count += 1;
  return {
    ...{ id: `call-${count}`, at, day: '2026-03-03', model: 'small-one', purpose: 'triage', outcome: 'ok' },
    ...{ inputTokens: 1000, outputTokens: 100, micros: 560, currency: 'EUR', latencyMs: 400 },
    ...{ expiresAt: new Date(at.getTime() + 1) },
    ...facts,
  };
}

const calls = [
  aCall({}),
  aCall({ latencyMs: 600 }),
  aCall({ purpose: 'answers', outcome: 'unsupported', latencyMs: 800 }),
  aCall({ outcome: 'timeout', outputTokens: 0, micros: 400, latencyMs: 3500 }),
  aCall({ outcome: 'budget', inputTokens: 0, outputTokens: 0, micros: 0, latencyMs: 0 }),
  aCall({ day: '2026-03-09' }),
];

const guess = (field: TriageGuess['field'], value: string, by: TriageGuess['by']): TriageGuess => ({
  ...{ field, value, by, confidence: 0.9, how: 'set' },
});
const triage = (...guesses: TriageGuess[]) => ({ by: 'openai' as const, language: 'en', guesses, asked: [] });
const resolved = { resolvedAt: berlin('03-03 12:00'), resolvedDay: '2026-03-03', status: 'resolved' as const };

/** Ben says that it is another service. */
function corrected(ticket: Ticket): Ticket {
  const changes = [{ field: 'service', from: 'wifi', to: 'vpn' }];
  return { ...ticket, history: [...ticket.history, { at, by: ben.id, move: 'edit', changes }] };
}

const tickets = [
  // Both forms were right, as it turned out when it was resolved.
  aLife('INC-1', '03-02 09:00', {
    ...resolved,
    service: 'vpn',
    triage: triage(guess('service', 'vpn', 'rules'), guess('service', 'vpn', 'model')),
  }),
  corrected(
    aLife('INC-2', '03-02 10:00', {
      service: 'vpn',
      triage: triage(guess('service', 'vpn', 'rules'), guess('service', 'wifi', 'model')),
    }),
  ),
  // Nobody has said anything of this one so far.
  aLife('INC-3', '03-02 11:00', { service: 'vpn', triage: triage(guess('service', 'vpn', 'model')) }),
  aLife('INC-4', '03-02 12:00', {
    ...{ ...resolved, confidential: true, service: 'payroll' },
    triage: triage(guess('service', 'payroll', 'rules')),
  }),
];

describe('the report on the language model', () => {
  let table: ReportTable;
  beforeAll(async () => {
    const connection = await connect(await aDatabase());
    const models = defineModels(connection);
    await createIndexes(models);
    const [store, ticketStore] = [new MongoModelCallStore(models), new MongoTicketStore(models)];
    for (const call of calls) await store.add(call);
    for (const ticket of tickets) await ticketStore.insert(ticket);
    const request = { period: week, timeZone: zone, now: berlin('03-09 09:00'), withTickets: true };
    table = await ai.run(new MongoReportSource(models), request);
    await connection.close();
  });

  const row = (group: string, value: string | null = null) =>
    table.rows.find(({ cells }) => cells.group === group && cells.value === value);

  it('counts the calls of the period, their tokens, cost and speed', () => {
    expect(row('all')?.cells).toMatchObject({
      ...{ calls: 5, delivered: 3, deliveredPercent: 60, inputTokens: 4000, outputTokens: 300 },
      ...{ cost: 0.00208, medianMs: 700, guesses: null },
    });
  });

  it('tells them by purpose, model and outcome', () => {
    expect(table.columns).toContainEqual({ id: 'cost', title: 'Cost EUR', kind: 'number' });
    expect(row('purpose', 'triage')?.cells).toMatchObject({ calls: 4, delivered: 2 });
    expect(row('purpose', 'answers')?.cells).toMatchObject({ calls: 1, delivered: 1, medianMs: 800 });
    expect(row('model', 'small-one')?.cells).toMatchObject({ calls: 5 });
    expect(row('outcome', 'timeout')?.cells).toMatchObject({ calls: 1, delivered: 0, deliveredPercent: 0 });
    expect(row('outcome', 'budget')?.cells).toMatchObject({ calls: 1, medianMs: null, cost: 0 });
  });

  it('tells how often people agreed with each form, and names no confidential ticket', () => {
    expect(row('agreed with the model', 'service')).toMatchObject({
      cells: { guesses: 2, kept: 1, keptPercent: 50, calls: null },
      behind: { guesses: { keys: ['INC-1', 'INC-2'], unnamed: 0 }, kept: { keys: ['INC-1'], unnamed: 0 } },
    });
    expect(row('agreed with the rules', 'service')).toMatchObject({
      cells: { guesses: 3, kept: 3, keptPercent: 100 },
      behind: { guesses: { keys: ['INC-1', 'INC-2'], unnamed: 1 } },
    });
  });
});
