import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Posted } from '../../../adapters/teams/posted.ts';
import { type Log, silentLog } from '../../../src/log.ts';

const noon = new Date('2026-11-24T12:00:00Z');
const daysLater = (days: number) => new Date(noon.getTime() + days * 24 * 3_600_000);

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskhand-posted-'));
  file = join(folder, 'data', 'posted.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const opened = (at = noon, log: Log = silentLog) => new Posted(file, { now: () => at, log });

describe('what has arrived in Teams', () => {
  it('is known to the next process, by place and mark', () => {
    opened().note('19:a', 'INC-1:agent', 'teams:t/19:a/1');
    const next = opened();

    expect(next.get('19:a', 'INC-1:agent')).toBe('teams:t/19:a/1');
    expect(next.get('19:b', 'INC-1:agent')).toBeUndefined();
    expect(next.get('19:a', 'INC-2:agent')).toBeUndefined();
  });

  it('is read in spite of a line that a kill cut short, and goes on after it', () => {
    opened().note('19:a', 'one', 'first');
    appendFileSync(file, '[1764000000000,"19:a tw');
    opened().note('19:a', 'three', 'third');
    const last = opened();

    expect(['one', 'two', 'three'].map((mark) => last.get('19:a', mark))).toEqual(['first', undefined, 'third']);
  });

  it('is the latest of what was said twice', () => {
    const posted = opened();
    posted.note('19:a', 'one', 'first');
    posted.note('19:a', 'one', 'second');

    expect(posted.get('19:a', 'one')).toBe('second');
    expect(opened().get('19:a', 'one')).toBe('second');
  });

  it('is forgotten after a week, and the file with it', () => {
    opened().note('19:a', 'one', 'first');

    expect(opened(daysLater(6)).get('19:a', 'one')).toBe('first');
    expect(opened(daysLater(8)).get('19:a', 'one')).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('is kept ten thousand times, in a file of at most twice as many lines', () => {
    const posted = opened();
    for (let at = 0; at <= 25_000; at += 1) posted.note('19:a', `mark ${at}`, `ref ${at}`);
    const next = opened();

    expect([15_000, 15_001, 25_000].map((at) => next.get('19:a', `mark ${at}`))).toEqual([
      undefined,
      'ref 15001',
      'ref 25000',
    ]);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(10_001);
  });

  it('is known to this process alone, which says so, where it cannot be written down', () => {
    const warnings: string[] = [];
    const log: Log = { ...silentLog, warn: (_facts: unknown, line: string) => void warnings.push(line) };
    appendFileSync(join(folder, 'data'), 'a file where the folder should be');
    const posted = opened(noon, log);
    posted.note('19:a', 'one', 'first');

    expect(posted.get('19:a', 'one')).toBe('first');
    expect(warnings).toEqual(['what has arrived in Teams cannot be written down; a crash may repeat it']);
  });
});
