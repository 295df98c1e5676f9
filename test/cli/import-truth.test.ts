import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { importFile } from '../../src/cli/import-file.ts';
import { connect } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { collectionOf, defineModels } from '../../src/store/models.ts';
import type { TicketDocument } from '../../src/store/ticket-document.ts';
import { FakeClock } from '../kit/fake-clock.ts';
import { RecordingTerminal } from './a-terminal.ts';

const history = fileURLToPath(new URL('../../../shared/data/itsm-tickets.csv', import.meta.url));
const isHere = existsSync(history);
if (!isHere) console.warn(`Not compared with real history: ${history} is not there.`);
const compare = isHere ? describe : describe.skip;

const desk = `
desk: { timeZone: UTC }
teams: [{ id: it, agents: [ben@example.com] }]
calendars: [{ id: always, timeZone: UTC, open: 24x7 }]
serviceLevels:
  - { id: p1, when: { priority: P1 }, calendar: always, respond: 15m, resolve: 2h }
  - { id: p2, when: { priority: P2 }, calendar: always, respond: 1h, resolve: 8h }
  - { id: p3, when: { priority: P3 }, calendar: always, respond: 4h, resolve: 24h }
  - { id: p4, when: { priority: P4 }, calendar: always, respond: 12h, resolve: 48h }
`;
const map = `
name: itsm
timeZone: UTC
fields:
  id: ticket_id
  title: sub_category
  category: category
  priority: priority
  requester: { value: history@example.com }
  assignee: assigned_agent_id
  openedAt: created_at
  respondedAt: first_response_at
  closedAt: closed_at
  reopenCount: is_reopened
`;

compare('a real history', () => {
  let folder: string;
  let terminal: RecordingTerminal;
  let tickets: ReadonlyMap<string, TicketDocument>;
  const rows: readonly Record<string, string>[] = isHere ? parse(readFileSync(history), { columns: true }) : [];
  const closed = rows.filter((row) => row.closed_at !== '');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskhand-truth-'));
    await writeFile(join(folder, 'desk.yaml'), desk);
    await writeFile(join(folder, 'map.yaml'), map);
    terminal = new RecordingTerminal();
    const variables = { DATA_DIR: join(folder, 'data'), DESK_FILE: join(folder, 'desk.yaml') };
    const clock = new FakeClock(new Date('2026-07-15T00:00Z'));
    await importFile(history, { map: join(folder, 'map.yaml') }, terminal, { variables, clock });
    const embedded = await startEmbedded({ dataDir: join(folder, 'data'), inThread: true });
    const connection = await connect(embedded.uri);
    const all = await collectionOf<TicketDocument>(defineModels(connection).tickets).find().toArray();
    tickets = new Map(all.map((ticket) => [ticket.customFields.itsm ?? '', ticket]));
    await connection.close();
    await embedded.stop();
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  const of = (row: Record<string, string>) => tickets.get(row.ticket_id ?? '');

  it('comes in whole', () => {
    expect(terminal.complaints).toEqual([]);
    expect(terminal.said.slice(0, 2)).toEqual([
      'Rows: 2057; 2057 added, 0 changed, 0 already here, 0 faulty and left out.',
      'Added: 1807 closed, 250 new.',
    ]);
    expect(rows.filter((row) => of(row)?.reopenCount === 1).length).toBe(307);
  });

  it.each([
    ['respond', 'response_breached', 345],
    ['resolve', 'resolution_breached', 1037],
  ] as const)('was late exactly where it says so itself: %s', (target, flag, count) => {
    const late = closed.filter((row) => of(row)?.sla[target]?.state === 'missed');
    const inTime = closed.filter((row) => of(row)?.sla[target]?.state === 'met');

    expect(late.map((row) => row.ticket_id)).toEqual(
      closed.filter((row) => row[flag] === 'True').map((row) => row.ticket_id),
    );
    expect([late.length, late.length + inTime.length]).toEqual([count, 1807]);
  });

  it.each([
    ['respond', 'ttfr_hours'],
    ['resolve', 'resolution_hours'],
  ] as const)('has its own means and medians, in all and by priority: %s', (target, column) => {
    for (const priority of [undefined, 'P1', 'P2', 'P3', 'P4']) {
      const those = closed.filter((row) => priority === undefined || row.priority === priority);
      const ours = those.map((row) => (of(row)?.sla[target]?.elapsedMs ?? Number.NaN) / 3_600_000);
      const theirs = those.map((row) => Number(row[column]));

      expect(those.length).toBeGreaterThan(0);
      expect(Math.abs(mean(ours) - mean(theirs))).toBeLessThan(millisecond);
      expect(Math.abs(median(ours) - median(theirs))).toBeLessThan(millisecond);
    }
  });

  it('has the same time for every ticket, to the millisecond', () => {
    const off = closed.filter((row) => {
      const resolved = (of(row)?.sla.resolve?.elapsedMs ?? Number.NaN) / 3_600_000;
      return !(Math.abs(resolved - Number(row.resolution_hours)) < millisecond);
    });

    expect(off).toEqual([]);
  });
});

/** In hours; the file has nine decimals of a second, instants of a desk have three. */
const millisecond = 1.000001 / 3_600_000;

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}

function median(all: readonly number[]): number {
  const inOrder = all.toSorted((one, other) => one - other);
  const middle = (inOrder.length - 1) / 2;
  return ((inOrder[Math.floor(middle)] ?? Number.NaN) + (inOrder[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
