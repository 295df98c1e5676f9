import { describe, expect, it } from '@jest/globals';
import { readPeriod } from '../../src/cli/report-period.ts';
import { dayAfter, daysOf, isDay, lengthOf } from '../../src/reports/period.ts';

describe('days of a calendar', () => {
  it('are those that there are', () => {
    expect(['2026-02-28', '2024-02-29', '1999-12-31'].filter(isDay)).toHaveLength(3);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', 'today', '', '3000-01-01'].filter(isDay)).toEqual([]);
  });

  it('go on over months, leap days and the change of the clocks', () => {
    expect(daysOf({ since: '2026-03-28', until: '2026-03-30' })).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    expect(dayAfter('2024-02-28', 1)).toBe('2024-02-29');
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
    expect(lengthOf({ since: '2026-01-01', until: '2026-12-31' })).toBe(365);
  });
});

describe('the period of a report', () => {
  // The first of March in Berlin, still the last of February in New York.
  const now = new Date('2026-03-01T00:30:00Z');

  it('is the last thirty days of the desk’s own calendar when nothing is said', () => {
    expect(readPeriod({}, 'Europe/Berlin', now)).toEqual({ since: '2026-01-31', until: '2026-03-01' });
    expect(readPeriod({}, 'America/New_York', now)).toEqual({ since: '2026-01-30', until: '2026-02-28' });
  });

  it('ends today, or begins thirty days before its end', () => {
    expect(readPeriod({ since: '2026-02-27' }, 'Europe/Berlin', now)).toEqual({
      ...{ since: '2026-02-27', until: '2026-03-01' },
    });
    expect(readPeriod({ until: '2025-12-31' }, 'Europe/Berlin', now)).toEqual({
      ...{ since: '2025-12-02', until: '2025-12-31' },
    });
  });

  it('ends today at the latest', () => {
    expect(readPeriod({ since: '2026-02-27', until: '2026-12-31' }, 'Europe/Berlin', now)).toEqual({
      ...{ since: '2026-02-27', until: '2026-03-01' },
    });
  });

  it.each([
    [{ since: '2026-02-30' }, /^--since 2026-02-30 is no day\. Write it as YYYY-MM-DD/],
    [{ until: 'yesterday' }, /^--until yesterday is no day/],
    [{ since: '2026-03-02', until: '2026-03-01' }, /^--since 2026-03-02 is after 2026-03-01/],
    [{ since: '2026-03-02' }, /is after 2026-03-01, the last day/],
    [{ since: '1990-01-01' }, /longer than ten years/],
  ])('is refused with what to do: %j', (asked, why) => {
    expect(readPeriod(asked, 'Europe/Berlin', now)).toMatch(why);
  });
});
