import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SlowCounter } from '../../bench/calendar/slow-counter.ts';
import { WorkingCalendar } from '../../src/sla/calendar.ts';
import { anyCalendar, instantNear, oddInstants } from './calendars.ts';

const dayMs = 86_400_000;

describe.each(oddInstants)('working time in %s around %s', (timeZone, around) => {
  const calendar = anyCalendar(timeZone, around);
  const instant = instantNear(around, 40);
  const working = fc.integer({ min: 0, max: 3 * 24 * 3600 }).map((seconds) => seconds * 1000);

  it('is what a clock on the wall counts minute by minute', () => {
    fc.assert(
      fc.property(calendar, instant, instant, (rules, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const counted = new SlowCounter(rules).workingTimeBetween(from, to);

        expect(new WorkingCalendar(rules).workingTimeBetween(from, to)).toBe(counted);
      }),
      { numRuns: 25 },
    );
  });

  it('is over at the minute at which that clock has counted enough', () => {
    fc.assert(
      fc.property(calendar, instant, working, (rules, from, ms) => {
        const counted = new SlowCounter(rules).addWorkingTime(from, ms, 4 * dayMs);
        const added = new WorkingCalendar(rules).addWorkingTime(from, ms);

        if (counted) expect(added).toEqual(counted);
        else expect(added === undefined || added.getTime() > from.getTime() + 4 * dayMs).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('passes between an instant and the one it is added to', () => {
    fc.assert(
      fc.property(calendar, instant, working, (rules, from, ms) => {
        const office = new WorkingCalendar(rules);
        const to = office.addWorkingTime(from, ms);
        if (!to) return;

        expect(office.workingTimeBetween(from, to)).toBe(ms);
        if (ms > 0) expect(office.workingTimeBetween(from, new Date(to.getTime() - 1))).toBe(ms - 1);
      }),
    );
  });

  it('adds up, and never goes back', () => {
    fc.assert(
      fc.property(calendar, instant, instant, instant, working, working, (rules, x, y, z, more, less) => {
        const office = new WorkingCalendar(rules);
        const [from = x, middle = y, to = z] = [x, y, z].toSorted((one, other) => one.getTime() - other.getTime());
        const first = office.addWorkingTime(from, Math.min(more, less));
        const last = office.addWorkingTime(from, Math.max(more, less));

        expect(office.workingTimeBetween(from, middle) + office.workingTimeBetween(middle, to)).toBe(
          office.workingTimeBetween(from, to),
        );
        if (first && last) expect(first.getTime()).toBeLessThanOrEqual(last.getTime());
      }),
    );
  });
});
