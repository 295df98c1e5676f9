import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { slaCheck } from '../../src/cli/sla-check.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';
import { clockOf } from '../../src/sla/clock.ts';
import { RecordingTerminal } from '../cli/a-terminal.ts';
import { aHistory, type Entry, hoursMs, minutes, rules, time } from './a-history.ts';

async function blocks(language: string): Promise<string[]> {
  const page = await readFile('docs/service-levels.md', 'utf8');
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text]) => text ?? '');
}

describe('docs/service-levels.md', () => {
  it('shows cases that are read, and right', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deskhand-docs-'));
    const file = join(folder, 'cases.jsonl');
    await writeFile(file, (await blocks('json')).join(''));
    const terminal = new RecordingTerminal();
    const exitCode = await slaCheck(file, terminal);
    await rm(folder, { recursive: true });

    expect({ exitCode, ...terminal }).toEqual({ exitCode: 0, said: ['3 equal, 0 different'], complaints: [] });
  });

  it('shows a policy that is accepted', async () => {
    const desk = `
teams: [{ id: it, agents: [ben@example.com] }]
services: [{ id: payroll }]
calendars: [{ id: office, open: { mon-fri: ["09:00-17:00"] } }]`;
    const policies = await blocks('yaml');

    expect(policies).toHaveLength(1);
    expect(parseDeskFile(`${desk}\n${policies.join('')}`)).toMatchObject({
      config: { serviceLevels: [{ id: 'payroll' }, {}] },
    });
  });

  it("tells Dana's ticket as the clocks do", () => {
    const entries: Entry[] = [
      ['10:00', 'dana', 'open'],
      ['11:00', 'ben', 'hold', { hold: 'requester' }],
      ['14:10', 'dana', 'hear'],
    ];
    const read = (now: string, all: readonly Entry[]) =>
      clockOf({ moments: aHistory(...all), rules, now: time(now) }, 'resolve');

    expect(read('14:10', entries)).toMatchObject({
      elapsedMs: hoursMs(1),
      remainingMs: hoursMs(7),
      dueAt: time('2026-11-05T13:10Z'),
    });
    expect(read('14:10', entries)?.intervals[1]).toMatchObject({ kind: 'paused', workingMs: minutes(190) });
    expect(read('15:00', [...entries, ['15:00', 'ben', 'prioritise', { priority: 'P1' }]])?.dueAt).toEqual(
      time('17:10'),
    );
  });
});
