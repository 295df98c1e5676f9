import { describe, expect, it } from '@jest/globals';
import type { TriageResult } from '../../src/triage/assistant.ts';
import { crossJudged, foldOf, type JudgedItem, judged, reportsOn, walked } from '../../src/triage/backtest.ts';
import { LocalTriage } from '../../src/triage/local-triage.ts';
import { aConfig } from '../kit/a-config.ts';

const config = aConfig();
const untaught = () => new LocalTriage(() => config);
const rules = untaught().triage('vpn is down');

/** What was said of the service, how surely, and what it is. */
function judgedAs(said: string | undefined, confidence: number, truth: string): JudgedItem {
  const { service: _, ...rest } = rules;
  const result: TriageResult = said ? { ...rest, service: { value: said, confidence, by: 'rules' } } : rest;
  return { item: { id: '1', text: '', truth: { service: truth } }, result };
}

describe('a report on a field', () => {
  const surelyRight = Array.from({ length: 8 }, () => judgedAs('vpn', 0.9, 'vpn'));
  const [report, ...others] = reportsOn([...surelyRight, judgedAs('vpn', 0.6, 'wifi'), judgedAs(undefined, 0, 'wifi')]);

  it('counts what was not said as wrong, and what was said surest first', () => {
    expect(report).toMatchObject({ field: 'service', items: 10, accuracy: 0.8 });
    expect(report?.curve.slice(0, 3)).toEqual([
      { coverage: 1, accuracy: 0.8, surerThan: 0 },
      { coverage: 0.9, accuracy: 8 / 9, surerThan: 0.6 },
      { coverage: 0.8, accuracy: 1, surerThan: 0.9 },
    ]);
  });

  it('tells how far what was said is from what came of it, and what was taken for what', () => {
    // 8 said 0.9 and right, 1 said 0.6 and wrong, 1 said nothing.
    expect(report?.calibrationError).toBeCloseTo((8 * 0.1 + 0.6) / 10, 9);
    expect(report?.reliability.map(({ guesses, right }) => [guesses, right])).toEqual([
      [1, 0],
      [1, 0],
      [8, 1],
    ]);
    expect(report?.confusions).toEqual([
      { truth: 'wifi', said: 'vpn', items: 1 },
      { truth: 'wifi', said: '–', items: 1 },
    ]);
  });

  it('is not given of what nobody knows, or nothing was said of', () => {
    expect(others).toEqual([]);
    expect(reportsOn([judgedAs(undefined, 0, 'wifi')])).toEqual([]);
  });
});

describe('judging messages', () => {
  const kinds = ['till', 'badge'] as const;
  const items = Array.from({ length: 80 }, (_, n) => ({
    id: `m-${n}`,
    text: n % 2 === 0 ? `the canteen till ${n}` : `turnstile at gate ${n}`,
    truth: { service: kinds[n % 2] ?? 'till' },
  }));

  it('learns nothing from those that it judges', () => {
    expect(reportsOn(judged(untaught(), items))).toEqual([]);
  });

  it('learns from the other folds, and judges each once', () => {
    const outcome = crossJudged(untaught, items);

    expect(outcome.map(({ item }) => item.id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
    expect(reportsOn(outcome)).toMatchObject([{ field: 'service', accuracy: 1 }]);
  });

  it('learns, walking, from those before alone', () => {
    const outcome = walked(untaught, items);

    expect(outcome.slice(0, 20).map(({ result }) => result.service)).toEqual(Array(20).fill(undefined));
    expect(outcome.slice(40).every(({ item, result }) => result.service?.value === item.truth.service)).toBe(true);
  });
});

describe('the folds', () => {
  it('follow from the id, and are about as large', () => {
    const sizes = new Map<number, number>();
    for (let n = 0; n < 1000; n += 1) sizes.set(foldOf(`id-${n}`), (sizes.get(foldOf(`id-${n}`)) ?? 0) + 1);

    expect([...sizes.keys()].toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect(Math.min(...sizes.values())).toBeGreaterThan(150);
  });
});
