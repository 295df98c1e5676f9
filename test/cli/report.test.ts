import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type ReportOptions, runReport } from '../../src/cli/report-run.ts';
import { reports } from '../../src/reports/reports.ts';
import { connect } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { defineModels } from '../../src/store/models.ts';
import { toDocument } from '../../src/store/ticket-document.ts';
import { FakeClock } from '../kit/fake-clock.ts';
import { berlin, countedTickets, week } from '../reports/a-counted-desk.ts';
import { RecordingTerminal } from './a-terminal.ts';

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-report-'));
  const embedded = await startEmbedded({ dataDir: file('data'), inThread: true });
  const connection = await connect(embedded.uri);
  const documents = countedTickets.map((ticket) => ({ ...toDocument(ticket), _id: ticket.key as never }));
  await defineModels(connection).tickets.collection.insertMany(documents);
  await connection.close();
  await embedded.stop();
  await writeFile(file('desk.yaml'), desk);
});
afterAll(() => rm(folder, { recursive: true }));

const desk = `
desk: { timeZone: Europe/Berlin }
teams: [{ id: it, agents: [ben@example.com] }]
`;

async function report(name?: string, options: Partial<ReportOptions> = {}, variables: Record<string, string> = {}) {
  const terminal = new RecordingTerminal();
  const world = {
    variables: { DATA_DIR: file('data'), DESK_FILE: file('desk.yaml'), ...variables },
    clock: new FakeClock(berlin('03-08 18:00')),
  };
  const exitCode = await runReport(name, { format: 'table', ...options }, terminal, world);
  return { exitCode, said: terminal.said, complaints: terminal.complaints.join('\n') };
}

describe('deskhand report', () => {
  it('lists what can be asked when no report is named', async () => {
    const { exitCode, said } = await report();

    expect(exitCode).toBe(0);
    expect(said).toHaveLength(reports.length);
    expect(said.join('\n')).toMatch(/^backlog +Open tickets at the end of the period/m);
  });

  it('tells a report of the last thirty days as a table', async () => {
    const { exitCode, said, complaints } = await report('reopened');

    expect(complaints).toBe('');
    expect(exitCode).toBe(0);
    expect(said.slice(0, 5)).toEqual([
      'Reopened tickets, 2026-02-07 to 2026-03-08',
      '',
      'By                 Resolved  Reopened  Reopen rate  Reopenings',
      'all                       5         1       20.0 %           1',
      'priority  P2              3         0        0.0 %           0',
    ]);
  });

  it('lists the tickets behind each figure, and names no confidential one', async () => {
    const { said } = await report('first-contact', { ...week, tickets: true });

    expect(said).toContain('  all, At first contact 3: INC-1, INC-7, 1 not named');
    expect(said.join('\n')).not.toContain('INC-5');
  });

  it('writes CSV with the line ends of its standard', async () => {
    const { said } = await report('opened', { ...week, format: 'csv' });
    const text = said.map((line) => `${line}\n`).join('');

    expect(text.split('\r\n')).toHaveLength(9);
    expect(parse(text)).toEqual(
      expect.arrayContaining([
        ['day', 'tickets', 'P1', 'P2', 'P3', 'P4'],
        ['2026-03-02', '2', '0', '2', '0', '0'],
      ]),
    );
  });

  it('writes JSON', async () => {
    const { said } = await report('sla', { ...week, format: 'json' });

    expect(JSON.parse(said.join('\n'))).toMatchObject({
      ...{ report: 'sla', ...week },
      rows: expect.arrayContaining([expect.objectContaining({ target: 'respond', group: 'all', metPercent: 60 })]),
    });
  });

  it('draws a picture into a file and says where', async () => {
    const out = file('opened.png');
    const { exitCode, said } = await report('opened', { ...week, format: 'png', out });

    expect(said).toEqual([`Written to ${out}.`]);
    expect(exitCode).toBe(0);
    expect([...(await readFile(out)).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  it('writes the other forms into a file as well', async () => {
    const out = file('services.csv');
    await report('services', { ...week, format: 'csv', out });

    expect(await readFile(out, 'utf8')).toMatch(/^"service","tickets"[^\n]*\r\n"vpn",2,/);
  });

  it('reads the figures of a desk that is running, and changes nothing', async () => {
    const running = await startEmbedded({ dataDir: file('data'), inThread: true });
    const { exitCode, said } = await report('agents', { ...week, agent: 'cem@example.com' });
    const connection = await connect(running.uri);
    const tickets = await defineModels(connection).tickets.collection.countDocuments();
    await connection.close();
    await running.stop();

    expect(exitCode).toBe(0);
    expect(said.filter((line) => line.includes('@'))).toEqual([
      expect.stringMatching(/^cem@example\.com +1 .*too few$/),
    ]);
    expect(tickets).toBe(countedTickets.length);
  });

  it.each([
    ['nonsense', {}, /^There is no report nonsense\. Ask for one of: opened, resolved, backlog,/],
    ['opened', { since: '2026-02-30' }, /^--since 2026-02-30 is no day/],
    ['opened', { since: '2026-03-09' }, /is after 2026-03-08, the last day/],
    ['opened', { agent: 'ben@example.com' }, /^--agent is for the report agents alone/],
    ['agents', { format: 'png' }, /^The report agents has no picture: people side by side/],
    [
      'opened',
      { out: '/nowhere/at/all.csv' },
      /^\/nowhere\/at\/all\.csv cannot be written \(ENOENT\)\. Let --out name/,
    ],
  ] as const)('refuses %s with %j, and says what to do', async (name, options, why) => {
    const { exitCode, said, complaints } = await report(name, options);

    expect(exitCode).toBe(2);
    expect(said).toEqual([]);
    expect(complaints).toMatch(why);
  });

  it('says what to do when there is no desk, or no data', async () => {
    const noDesk = await report('opened', {}, { DESK_FILE: file('none.yaml') });
    const noData = await report('opened', {}, { DATA_DIR: file('nowhere') });

    expect([noDesk.exitCode, noData.exitCode]).toEqual([2, 2]);
    expect(noDesk.complaints).toMatch(/Nothing can be reported[\s\S]*There is no such file/);
    expect(noData.complaints).toMatch(/^There is no data in .*nowhere\. Run this where the desk runs/);
  });
});
