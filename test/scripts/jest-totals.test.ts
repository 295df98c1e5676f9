import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

const script = fileURLToPath(new URL('../../scripts/jest-totals.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jest-totals-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('adding up what runs of jest say', () => {
  it('sums passed tests over all runs, and is content', () => {
    const said = totals([0, { numPassedTests: 40 }], [0, { numPassedTests: 2 }]);

    expect(said).toEqual({ lastLine: '42 passed, 0 failed', status: 0 });
  });

  it('names skipped tests, pending and to do alike', () => {
    const said = totals([0, { numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 }]);

    expect(said).toEqual({ lastLine: '1 passed, 0 failed, 3 skipped', status: 0 });
  });

  it('fails when a test of any run has failed', () => {
    const said = totals([0, { numPassedTests: 5 }], [1, { numPassedTests: 3, numFailedTests: 2 }]);

    expect(said).toEqual({ lastLine: '8 passed, 2 failed', status: 1 });
  });

  it('counts a file of tests that could not be run as a failure', () => {
    const said = totals([1, { numPassedTests: 5, numRuntimeErrorTestSuites: 1 }]);

    expect(said).toEqual({ lastLine: '5 passed, 1 failed', status: 1 });
  });

  it('counts a jest that failed although its report is clean', () => {
    const said = totals([1, { numPassedTests: 5 }]);

    expect(said).toEqual({ lastLine: '5 passed, 1 failed', status: 1 });
  });

  it('counts a jest that left no report', () => {
    const said = run('1', join(folder, 'nowhere.json'));

    expect(said).toEqual({ lastLine: '0 passed, 1 failed', status: 1 });
  });

  it('counts a report that breaks off', () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{"numPassedTests": 5');

    expect(run('0', file)).toEqual({ lastLine: '0 passed, 1 failed', status: 1 });
  });

  it('fails when no test was run', () => {
    const nothing = { lastLine: '0 passed, 0 failed', status: 1 };

    expect([run(), totals([0, {}])]).toEqual([nothing, nothing]);
  });
});

type Report = Partial<Record<(typeof fields)[number], number>>;
const fields = [
  'numPassedTests',
  'numFailedTests',
  'numPendingTests',
  'numTodoTests',
  'numRuntimeErrorTestSuites',
] as const;

function totals(...runs: (readonly [status: number, report: Report])[]) {
  const words = runs.flatMap(([status, report], index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify({ ...Object.fromEntries(fields.map((field) => [field, 0])), ...report }));
    return [String(status), file];
  });
  return run(...words);
}

function run(...words: string[]) {
  const { stdout, status } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  return { lastLine: stdout.trimEnd().split('\n').at(-1), status };
}
