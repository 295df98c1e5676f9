import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { similarCommand } from '../../src/cli/similar.ts';
import { findSimilar, type SimilarOptions } from '../../src/cli/similar-run.ts';
import { RecordingTerminal } from './a-terminal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-similar-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function comparing(
  reports: readonly (object | string)[],
  queries: readonly object[],
  options: Partial<SimilarOptions> = {},
) {
  const lines = (all: readonly (object | string)[]) =>
    all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  const [file, query] = [join(folder, 'reports.jsonl'), join(folder, 'queries.jsonl')];
  await writeFile(file, lines(reports));
  await writeFile(query, lines(queries));
  const terminal = new RecordingTerminal();
  const exitCode = await findSimilar({ file, query, limit: 10, format: 'json', ...options }, terminal);
  return { exitCode, said: terminal.said, complaints: terminal.complaints.map((line) => line.replace(folder, '')) };
}

const reports = [
  { id: 'r1', title: 'VPN is down', text: 'I cannot connect to the VPN since 8.' },
  { id: 2, title: 'Printer jam', text: 'Paper stuck on floor three.' },
  { id: 'r3', title: 'vpn', text: 'vpn not connecting!!' },
  { id: 'r4', title: 'New keyboard', text: 'Mine has lost a key.' },
  { id: 'r5', title: 'Zugang zum Ordner', text: 'Bitte Rechte für die Buchhaltung.' },
];

describe('finding reports like others', () => {
  it('gives each query the ids that are like it with their scores, the most first, as they came in', async () => {
    const { exitCode, said, complaints } = await comparing(reports, [
      { id: 'q1', title: 'cant connect to vpn', text: '' },
      { id: 7, title: 'the printer jams', text: 'paper is stuck' },
    ]);

    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: [] });
    const [vpn, jam] = said.map((line): { id: unknown; similar: [unknown, number][] } => JSON.parse(line));
    expect(vpn?.id).toBe('q1');
    expect(
      vpn?.similar
        .map(([id]) => id)
        .slice(0, 2)
        .sort(),
    ).toEqual(['r1', 'r3']);
    expect(jam).toMatchObject({ id: 7, similar: [[2, expect.any(Number)]] });
    expect(jam?.similar[0]?.[1]).toBeGreaterThanOrEqual(0.5);
    expect(jam?.similar[0]?.[1]).toBeLessThanOrEqual(1);
  });

  it('gives no more than it is asked for', async () => {
    const { said } = await comparing(reports, [{ id: 'q1', title: 'vpn', text: '' }], { limit: 1 });

    expect(said.map((line): unknown => JSON.parse(line))).toMatchObject([
      { similar: [[expect.any(String), expect.any(Number)]] },
    ]);
  });

  it('finds nothing for a query with nothing in it', async () => {
    expect((await comparing(reports, [{ id: 'q', title: '', text: '' }])).said).toEqual(['{"id":"q","similar":[]}']);
  });

  it('says to people which look like the same matter', async () => {
    const { said } = await comparing(reports, [{ id: 'q', title: 'printer jam', text: 'paper stuck' }], {
      format: 'table',
    });

    expect(said.slice(0, 2)).toEqual([
      'q  printer jam',
      expect.stringMatching(/^ {4}0\.\d\d {2}2 {2}looks like the same matter$/),
    ]);
  });

  it('goes on after what it cannot read, and ends with 2', async () => {
    const { exitCode, said, complaints } = await comparing(
      ['nonsense', ...reports],
      [{ title: 'no id' }, { id: 'q', title: 'vpn' }],
    );

    expect(exitCode).toBe(2);
    expect(said).toHaveLength(1);
    expect(complaints).toEqual([
      '/reports.jsonl:1 This is no JSON object. Write one on each line.',
      '/queries.jsonl:1 id: is no id. Give each line its own.',
    ]);
  });

  it('ends with 2 when there is no file', async () => {
    expect(await comparing(reports, [], { query: join(folder, 'none.jsonl') })).toMatchObject({
      exitCode: 2,
      complaints: [expect.stringMatching(/none\.jsonl cannot be read \(ENOENT\)/)],
    });
  });

  it('refuses a limit that is no number', async () => {
    const complaints: string[] = [];
    const command = similarCommand()
      .exitOverride()
      .configureOutput({ writeErr: (text) => complaints.push(text) });

    await expect(
      command.parseAsync(['--file', 'a', '--query', 'b', '--limit', 'ten'], { from: 'user' }),
    ).rejects.toMatchObject({ exitCode: 1 });
    expect(complaints.join('')).toMatch(/Write a whole number, such as 10/);
  });
});
