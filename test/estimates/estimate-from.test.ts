import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateFrom } from '../../src/estimates/estimate-from.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const durations = (min: number, max: number) =>
  fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: min, maxLength: max });

describe('an estimate from durations', () => {
  it('is none from fewer than thirty', () => {
    fc.assert(fc.property(durations(0, 29), (ms) => expect(estimateFrom(ms)).toBeUndefined()));
    expect(estimateFrom(upTo(30))).toBeDefined();
  });

  it('leaves a tenth on either side, no more', () => {
    expect(estimateFrom(upTo(30))).toEqual({ fromMs: 3, toMs: 28, tickets: 30 });
    expect(estimateFrom(upTo(39))).toEqual({ fromMs: 4, toMs: 36, tickets: 39 });
    expect(estimateFrom(upTo(60).toReversed())).toEqual({ fromMs: 6, toMs: 55, tickets: 60 });
  });

  it('holds for at least 80 % of any tickets, each held against all the others', () => {
    fc.assert(
      fc.property(durations(31, 200), (ms) => {
        const inside = ms.filter((one, at) => {
          const estimate = estimateFrom(ms.toSpliced(at, 1));
          return estimate && estimate.fromMs <= one && one <= estimate.toMs;
        });
        expect(inside.length).toBeGreaterThanOrEqual(0.8 * ms.length);
      }),
    );
  });

  it('is not led astray by a few that took for ever', () => {
    const usual = upTo(100);
    const odd = usual.map((ms, at) => (at % 20 === 0 ? 1e9 : ms));

    expect(estimateFrom(odd)?.toMs).toBeLessThanOrEqual(100);
  });

  it('follows the newest when times change', () => {
    const quick = upTo(440);
    const slow = upTo(60).map((ms) => ms + 1000);

    expect(estimateFrom([...slow, ...quick])).toEqual({ fromMs: 50, toMs: 1055, tickets: 500 });
    expect(estimateFrom([...quick, ...slow])?.toMs).toBe(1011);
  });
});
