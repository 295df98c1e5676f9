import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Amount, roundedOutwards } from '../../src/estimates/round-outwards.ts';
import { hour } from './a-past.ts';

const minute = hour / 60;
const workdayMs = 8 * hour;

describe('an estimate in round numbers', () => {
  it.each([
    [22 * minute, 37 * minute, undefined, '20 minute', '40 minute'],
    [7 * minute, 12 * minute, undefined, '5 minute', '15 minute'],
    [2 * minute, 12 * minute, undefined, 'nothing', '15 minute'],
    [2.2 * hour, 4.3 * hour, undefined, '2 hour', '5 hour'],
    [25 * minute, 3 * hour, undefined, '25 minute', '3 hour'],
    [2 * minute, 3 * hour, undefined, 'nothing', '3 hour'],
    [30 * hour, 70 * hour, undefined, '1 day', '3 day'],
    [5 * hour, 70 * hour, undefined, '5 hour', '3 day'],
    [20 * minute, 70 * hour, undefined, 'nothing', '3 day'],
    [9 * hour, 30 * hour, workdayMs, '1 day', '4 day'],
    [2.2 * hour, 11.5 * hour, workdayMs, '2 hour', '12 hour'],
  ])('%d to %d ms with a day of %p: %s to %s', (fromMs, toMs, day, from, to) => {
    const rounded = roundedOutwards({ fromMs, toMs, ...(day === undefined ? {} : { workdayMs: day }) });

    expect([said(rounded.from), said(rounded.to)]).toEqual([from, to]);
  });

  it('takes in all that the estimate does, in units that go together', () => {
    const ms = fc.integer({ min: 1, max: 60 * 24 * hour });
    const days = fc.constantFrom(undefined, 3 * hour, workdayMs, 11.5 * hour);
    fc.assert(
      fc.property(ms, ms, days, (one, other, day) => {
        const [fromMs, toMs] = [Math.min(one, other), Math.max(one, other)];
        const { from, to } = roundedOutwards({ fromMs, toMs, ...(day === undefined ? {} : { workdayMs: day }) });

        expect(msOf(from, day)).toBeLessThanOrEqual(fromMs);
        expect(msOf(to, day)).toBeGreaterThanOrEqual(toMs);
        expect([to.unit, { minute: '', hour: 'minute', day: 'hour' }[to.unit]]).toContain(from?.unit ?? to.unit);
        expect(from?.count ?? 1).toBeGreaterThan(0);
      }),
    );
  });
});

function said(amount: Amount | undefined): string {
  return amount ? `${amount.count} ${amount.unit}` : 'nothing';
}

function msOf(amount: Amount | undefined, day = 24 * hour): number {
  return amount ? amount.count * { minute, hour, day }[amount.unit] : 0;
}
