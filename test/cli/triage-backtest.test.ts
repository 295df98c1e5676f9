import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OpenaiEmulator } from '../../playground/openai/openai-emulator.ts';
import { type TriageBacktestOptions, triageBacktest } from '../../src/cli/triage-backtest.ts';
import { connect } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { defineModels } from '../../src/store/models.ts';
import { MongoTicketStore } from '../../src/store/mongo-ticket-store.ts';
import { edit } from '../../src/tickets/moves/describing.ts';
import { cancel, resolve } from '../../src/tickets/moves/ending.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { FakeClock } from '../kit/fake-clock.ts';
import { ben } from '../kit/people.ts';
import { moved } from '../tickets/written.ts';
import { RecordingTerminal } from './a-terminal.ts';

const now = new Date('2026-03-01T00:00:00Z');
let folder: string;

function aTicketOfDay(day: number, facts: Partial<Ticket>): Ticket {
  const openedAt = new Date(Date.UTC(2026, 1, 1) + day * 86_400_000);
  return { ...aTicket({ key: `INC-${day}`, ...facts }), openedAt };
}

const resolved = (ticket: Ticket) => moved(ticket, resolve('fixed', 'Done.'), ben.id);
const asWifi = edit({ title: 'Wi-Fi', kind: 'request', service: { id: 'wifi', team: 'network', confidential: false } });

/** Labelled messages by turns of a till and of a badge reader. */
const rows = Array.from({ length: 60 }, (_, n) => {
  const text = n % 2 === 0 ? `canteen till number ${n} hangs` : `turnstile at gate ${n} blinks`;
  return { id: `m-${n}`, lang: 'en', text, type: 'Incident', intent: n % 2 === 0 ? 'till' : 'badge', priority: 'high' };
});
const asLines = (all: readonly unknown[]) => `${all.map((row) => JSON.stringify(row)).join('\n')}\n\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-triage-'));
  const embedded = await startEmbedded({ dataDir: join(folder, 'data'), inThread: true });
  const connection = await connect(embedded.uri);
  const store = new MongoTicketStore(defineModels(connection));
  const vpn = { description: 'the vpn is down', kind: 'incident', service: 'vpn', team: 'it' } as const;
  await store.insert(resolved(aTicketOfDay(1, vpn)));
  await store.insert(moved(aTicketOfDay(2, { ...vpn, description: 'vpn of the guests' }), asWifi, ben.id));
  // None of these is looked at: nobody said what it is, nobody cared, not to be read.
  await store.insert(aTicketOfDay(3, vpn));
  await store.insert(moved(aTicketOfDay(4, vpn), cancel('A mistake.'), ben.id));
  await store.insert(resolved(aTicketOfDay(5, { ...vpn, confidential: true })));
  await connection.close();
  await embedded.stop();
  const services = 'services: [{ id: vpn, name: VPN, team: it, keywords: [vpn] }]';
  await writeFile(join(folder, 'desk.yaml'), `teams: [{ id: it, agents: [ben@example.com] }]\n${services}\n`);
  await writeFile(join(folder, 'all.jsonl'), asLines(rows));
  await writeFile(join(folder, 'half.jsonl'), asLines(rows.slice(0, 40)));
  await writeFile(join(folder, 'rest.jsonl'), asLines(rows.slice(40)));
  await writeFile(join(folder, 'broken.jsonl'), '{"id":"1","text":"a"}\n{"id":"2"}\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function run(options: Partial<TriageBacktestOptions>, variables: Readonly<Record<string, string>> = {}) {
  const terminal = new RecordingTerminal();
  const world = { variables: { DATA_DIR: join(folder, 'data'), ...variables }, clock: new FakeClock(now) };
  const { file, train } = options;
  const paths = { ...(file ? { file: join(folder, file) } : {}), ...(train ? { train: join(folder, train) } : {}) };
  const desk = join(folder, 'desk.yaml');
  const exitCode = await triageBacktest({ format: 'table', desk, ...options, ...paths }, terminal, world);
  return { exitCode, said: terminal.said, complaints: terminal.complaints.join('\n') };
}

describe('the backtest of triage at the command line', () => {
  it('learns from one file and is tested on another', async () => {
    const { exitCode, said, complaints } = await run({ train: 'half.jsonl', file: 'rest.jsonl' });

    expect(complaints).toBe('');
    expect(exitCode).toBe(0);
    expect(said[0]).toBe(`20 messages of ${join(folder, 'rest.jsonl')}. Nothing was written.`);
    expect(said[1]).toBe(`Learnt from 40 messages of ${join(folder, 'half.jsonl')}.`);
    const table = said.slice(3, 9).map((line) => line.split(/ {2,}/).slice(0, 4));
    expect(table).toEqual([
      ['field', 'items', 'right', 'of the surest 80 %'],
      ['isIssue', '20', '100.0 %', '100.0 %'],
      ['act', '20', '100.0 %', '100.0 %'],
      ['kind', '20', '100.0 %', '100.0 %'],
      ['intent', '20', '100.0 %', '100.0 %'],
      ['urgency', '20', '100.0 %', '100.0 %'],
    ]);
    expect(said).toEqual(expect.arrayContaining([expect.stringContaining('intent: as sure as')]));
    expect(said.at(-1)).toBe('Cost: 0. Nothing left this machine.');
  });

  it('cross-validates within one file, and says so', async () => {
    const { said } = await run({ file: 'all.jsonl' });

    expect(said[1]).toContain('Cross-validated: each fifth');
    expect(said.find((line) => line.startsWith('intent '))).toMatch(/^intent +60 +100\.0 %/);
  });

  it('tells what rules alone would say', async () => {
    const { said } = await run({ file: 'all.jsonl', dayOne: true });

    expect(said[1]).toBe('Nothing was learnt: rules alone.');
    expect(said.some((line) => line.startsWith('intent'))).toBe(false);
  });

  it('warns of messages that are in both files', async () => {
    const { said } = await run({ train: 'half.jsonl', file: 'all.jsonl' });

    expect(said[2]).toBe('40 messages are in both files: what is said of them proves nothing.');
  });

  it('asks the model of the environment when told to, and says what that cost', async () => {
    const emulator = await OpenaiEmulator.start();
    const variables = { OPENAI_API_KEY: 'key', OPENAI_BASE_URL: emulator.url, OPENAI_MODEL: 'small' };
    try {
      const { exitCode, said } = await run({ file: 'rest.jsonl', dayOne: true, model: true }, variables);
      expect(exitCode).toBe(0);
      expect(emulator.requests).toHaveLength(20);
      expect(said).toContain('small was asked about each; where it did not deliver, this machine spoke.');
      expect(said.at(-1)).toMatch(/^Cost: unknown, .* 20 calls, \d{3,} tokens in, \d+ out\.$/);

      const { said: lines } = await run({ file: 'rest.jsonl', format: 'json', model: true }, variables);
      expect(lines.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining({ by: 'openai' }));

      emulator.fail('refusal');
      const refused = await run({ file: 'rest.jsonl', dayOne: true, model: true }, variables);
      expect(refused.said.at(-1)).toContain('and this machine spoke: refusal 20.');
    } finally {
      await emulator.stop();
    }
  });

  it('asks no model where there is none, and says so', async () => {
    const { exitCode, complaints } = await run({ file: 'rest.jsonl', model: true });

    expect(exitCode).toBe(2);
    expect(complaints).toContain('No model is set. Set OPENAI_API_KEY');
  });

  it('prints a line of JSON for each message', async () => {
    const { said } = await run({ train: 'half.jsonl', file: 'rest.jsonl', format: 'json' });

    expect(said).toHaveLength(20);
    const [first] = said.map((line): unknown => JSON.parse(line));
    expect(first).toMatchObject({
      id: 'm-40',
      predicted: {
        isIssue: true,
        act: 'issue',
        kind: 'incident',
        intent: 'till',
        urgency: 1,
        title: 'Canteen till number 40 hangs',
      },
      confidence: { isIssue: expect.any(Number), kind: expect.any(Number), intent: expect.any(Number) },
      by: 'local',
    });
  });

  it("judges the desk's own tickets by what people made of them", async () => {
    const { exitCode, said } = await run({ days: 60 });

    expect(exitCode).toBe(0);
    expect(said.slice(0, 4)).toEqual([
      '2 tickets, opened in the last 60 days, as of 2026-03-01T00:00:00.000Z. Nothing was written.',
      '1 of them were corrected by people; the others were resolved as they were.',
      '1 confidential tickets were not looked at.',
      'Each was judged by what was learnt from those before it.',
    ]);
    expect(said.find((line) => line.startsWith('service '))).toMatch(/^service +2 +50\.0 %/);
    expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/is wifi +said vpn/)]));
  });

  it('says it when there is nothing to measure', async () => {
    expect((await run({ days: 1 })).said.at(-1)).toBe('No truth is known of what was said: nothing can be measured.');
  });

  it('names the line that it cannot read, and the file that is not there', async () => {
    expect(await run({ file: 'broken.jsonl' })).toMatchObject({
      exitCode: 2,
      complaints: `${join(folder, 'broken.jsonl')}:2 is no labelled message. Write a JSON object with "id" and "text" there.`,
    });
    expect(await run({ file: 'nowhere.jsonl' })).toMatchObject({
      exitCode: 2,
      complaints: expect.stringContaining('nowhere.jsonl cannot be read.'),
    });
    expect(await run({ file: 'all.jsonl', desk: join(folder, 'nowhere.yaml') })).toMatchObject({ exitCode: 2 });
  });
});
