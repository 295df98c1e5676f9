import { describe, expect, it } from '@jest/globals';
import { stretchesOf } from '../../src/reports/by-day.ts';
import { opened } from '../../src/reports/opened.ts';
import { daysOf } from '../../src/reports/period.ts';

function rowsOf(since: string, until: string) {
  return daysOf({ since, until }).map((day) => ({ cells: { day, tickets: 1, P1: 0, P2: 0, P3: 1, P4: 0 } }));
}

describe('the places along a picture of days', () => {
  it.each([
    ['2026-03-01', '2026-03-31', 31, '03-01', 1],
    // Sunday the first belongs to the week before.
    ['2026-03-01', '2026-04-01', 6, 'from 02-23', 1],
    ['2026-01-01', '2026-12-31', 12, '2026-01', 31],
  ])('from %s to %s are %d, the first of them %s', (since, until, count, first, days) => {
    const stretches = [...stretchesOf(rowsOf(since, until), 'day')];

    expect(stretches).toHaveLength(count);
    expect(stretches[0]?.[0]).toBe(first);
    expect(stretches[0]?.[1]).toHaveLength(days);
  });

  it('hold the sum of their days, and say what is counted and when', () => {
    const period = { since: '2026-01-01', until: '2026-12-31' };
    const rows = rowsOf(period.since, period.until);
    const chart = opened.chart?.({ name: 'opened', title: 'Tickets opened', period, columns: [], rows, note: '' });

    expect(chart?.unit).toBe('tickets, 2026-01-01 to 2026-12-31');
    expect(chart?.series.find(({ name }) => name === 'P3')?.values.slice(0, 2)).toEqual([31, 28]);
  });
});
