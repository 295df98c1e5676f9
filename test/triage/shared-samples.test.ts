import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readLabelled } from '../../src/cli/triage-file.ts';
import { accuracyAt } from '../../src/cli/triage-lines.ts';
import { type FieldReport, foldOf, judged, reportsOn } from '../../src/triage/backtest.ts';
import type { TaughtName } from '../../src/triage/first-sight.ts';
import { loadLanguageDetector } from '../../src/triage/language-of.ts';
import { LocalTriage } from '../../src/triage/local-triage.ts';
import { talkOf } from '../../src/triage/talk-of.ts';
import { aConfig } from '../kit/a-config.ts';

const file = fileURLToPath(new URL('../../../shared/data/triage-samples.jsonl', import.meta.url));
const isHere = existsSync(file);
if (!isHere) console.warn(`Not tested with labelled messages of others: ${file} is not there.`);
const withSamples = isHere ? describe : describe.skip;

const reports = new Map<0 | 1 | undefined, Promise<readonly FieldReport[]>>();

async function reportOf(field: TaughtName, learntHalf: 0 | 1 | undefined) {
  const all = reports.get(learntHalf) ?? reportsWithout(learntHalf);
  reports.set(learntHalf, all);
  const report = (await all).find((one) => one.field === field);
  if (!report) throw new Error(`nothing was said of ${field}`);
  return report;
}

async function reportsWithout(learntHalf: 0 | 1 | undefined): Promise<readonly FieldReport[]> {
  const items = await readLabelled(file);
  const config = aConfig();
  const triage = new LocalTriage(() => config, await loadLanguageDetector());
  if (learntHalf !== undefined) triage.teach(items.filter(({ id }) => foldOf(id, 2) === learntHalf));
  const heldOut = items.filter(({ id }) => foldOf(id, 2) !== learntHalf);
  return reportsOn(judged(triage, heldOut));
}

withSamples('messages that others have labelled', () => {
  it.each([
    ['kind', 0],
    ['kind', 1],
    ['intent', 0],
    ['intent', 1],
    ['act', 0],
    ['act', 1],
  ] as const)(
    'have their %s told at least three times of four, and when sure nine times of ten, from half %s',
    async (field, half) => {
      const report = await reportOf(field, half);

      expect(report.accuracy).toBeGreaterThan(0.75);
      expect(accuracyAt(report, 0.8)).toBeGreaterThan(0.9);
      expect(report.calibrationError).toBeLessThan(0.08);
    },
  );

  it('are all heard: no issue and no call for help is taken for talk in the chat', async () => {
    const config = aConfig();
    const triage = new LocalTriage(() => config);
    const issues = (await readLabelled(file)).filter(({ truth }) => truth.isIssue === 'true');
    const swallowed = issues.filter(({ text }) => talkOf(text, triage.judge(text).rules.act));

    expect(issues.length).toBeGreaterThan(200);
    expect(swallowed.map(({ text }) => text)).toEqual([]);
  });

  it('are told from talk on the first day', async () => {
    expect((await reportOf('isIssue', undefined)).accuracy).toBeGreaterThan(0.85);
    expect((await reportOf('act', undefined)).accuracy).toBeGreaterThan(0.75);
  });
});
