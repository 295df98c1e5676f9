import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { estimatesBacktest } from '../../src/cli/estimates-backtest.ts';
import { connect } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { defineModels } from '../../src/store/models.ts';
import { MongoTicketStore } from '../../src/store/mongo-ticket-store.ts';
import { prioritise } from '../../src/tickets/moves/describing.ts';
import { resolve } from '../../src/tickets/moves/ending.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aConfig } from '../kit/a-config.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { FakeClock } from '../kit/fake-clock.ts';
import { ben } from '../kit/people.ts';
import { moved } from '../tickets/written.ts';
import { RecordingTerminal } from './a-terminal.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 1);
const now = new Date('2026-03-01T00:00:00Z');
let folder: string;

/** One a day, that takes one to ten hours by turns. */
function aTicketOfDay(day: number, facts: Partial<Ticket> = {}): Ticket {
  const openedAt = new Date(start + day * 24 * hour);
  return { ...aTicket({ key: `INC-${day}`, ...facts }), openedAt };
}

function resolvedAfter(hours: number, ticket: Ticket): Ticket {
  return moved(ticket, resolve('fixed', 'Done.'), ben.id, new Date(ticket.openedAt.getTime() + hours * hour));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-backtest-'));
  const embedded = await startEmbedded({ dataDir: join(folder, 'data'), inThread: true });
  const connection = await connect(embedded.uri);
  const store = new MongoTicketStore(defineModels(connection));
  for (let day = 0; day < 50; day += 1) await store.insert(resolvedAfter(1 + (day % 10), aTicketOfDay(day)));
  // Raised as P4 and resolved as P1: it got the estimate of a P4.
  const urgent = moved(aTicketOfDay(50), prioritise({ impact: 1, urgency: 1 }, aConfig().priorities.matrix), ben.id);
  await store.insert(resolvedAfter(20, urgent));
  await store.insert(aTicketOfDay(51));
  await connection.close();
  await embedded.stop();
  await writeFile(join(folder, 'desk.yaml'), 'teams: [{ id: it, agents: [ben@example.com] }]\nserviceLevels: []\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function run(days: number, variables: Record<string, string> = {}, desk = 'desk.yaml') {
  const terminal = new RecordingTerminal();
  const world = { variables: { DATA_DIR: join(folder, 'data'), ...variables }, clock: new FakeClock(now) };
  const exitCode = await estimatesBacktest({ days, desk: join(folder, desk) }, terminal, world);
  return { exitCode, said: terminal.said, complaints: terminal.complaints.join('\n') };
}

describe('the backtest of estimates at the command line', () => {
  it('tells how often they held, for all and by what they were learnt from', async () => {
    const { exitCode, said, complaints } = await run(60);

    expect(complaints).toBe('');
    expect(exitCode).toBe(0);
    expect(said).toEqual([
      '51 tickets, resolved in the last 60 days, as of 2026-03-01T00:00:00.000Z. Nothing was written.',
      '21 would have had an estimate, 30 none.',
      '',
      'learnt from                 tickets  sooner  inside  later  coverage  width',
      '  all                            21       0      18      3    85.7 %    8.9',
      '  incident P4, service vpn       21       0      18      3    85.7 %    8.9',
      '',
      'Sooner and later than the estimate said. Width: hours of working time, on average.',
      '1 of those that are still open have outlived theirs.',
      'They hold: 85.7 % inside, 80 % wanted.',
    ]);
  });

  it('judges what was resolved in those days and learns from what was before', async () => {
    const { said } = await run(15);

    expect(said.slice(0, 2)).toEqual([
      '7 tickets, resolved in the last 15 days, as of 2026-03-01T00:00:00.000Z. Nothing was written.',
      '7 would have had an estimate, 0 none.',
    ]);
  });

  it('says it when there is nothing to tell', async () => {
    expect((await run(1)).said).toEqual([
      '0 tickets, resolved in the last 1 days, as of 2026-03-01T00:00:00.000Z. Nothing was written.',
      '0 would have had an estimate, 0 none.',
      '1 of those that are still open have outlived theirs.',
    ]);
  });

  it('says what to do when there is no desk or no data', async () => {
    const noDesk = await run(1, {}, 'none.yaml');
    const noData = await run(1, { DATA_DIR: join(folder, 'nowhere') });

    expect([noDesk.exitCode, noData.exitCode]).toEqual([2, 2]);
    expect(noDesk.complaints).toMatch(/none\.yaml[\s\S]*There is no such file/);
    expect(noData.complaints).toMatch(/^There is no data in .*nowhere\. Run this where the desk runs/);
  });
});
