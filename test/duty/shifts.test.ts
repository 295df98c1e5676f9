import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { onShiftFrom, type ShiftHours } from '../../src/duty/shifts.ts';

const hour = 60;
const early: ShiftHours = { timeZone: 'Europe/Berlin', open: { mon: [{ from: 6 * hour, to: 14 * hour }] } };
/** Every night from ten to six: split at midnight, as desk.yaml wants it. */
const night: ShiftHours = {
  timeZone: 'Europe/Berlin',
  open: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [
      day,
      [
        { from: 0, to: 6 * hour },
        { from: 22 * hour, to: 24 * hour },
      ],
    ]),
  ),
};
const from = (shifts: readonly ShiftHours[], at: string) => onShiftFrom(shifts, new Date(at))?.toISOString();

describe('somebody who works in shifts', () => {
  it('is there while one is on, and else from the next start', () => {
    expect(from([early], '2026-03-02T05:00:00Z')).toBe('2026-03-02T05:00:00.000Z');
    expect(from([early], '2026-03-02T04:59:59.999Z')).toBe('2026-03-02T05:00:00.000Z');
    expect(from([early], '2026-03-02T12:59:59.999Z')).toBe('2026-03-02T12:59:59.999Z');
    expect(from([early], '2026-03-02T13:00:00Z')).toBe('2026-03-09T05:00:00.000Z');
  });

  it('is there at midnight when the shift goes on over it', () => {
    expect(from([night], '2026-03-02T22:59:59.999Z')).toBe('2026-03-02T22:59:59.999Z');
    expect(from([night], '2026-03-02T23:00:00Z')).toBe('2026-03-02T23:00:00.000Z');
    expect(from([night], '2026-03-03T05:00:00Z')).toBe('2026-03-03T21:00:00.000Z');
  });

  it('begins by the clock on the wall, on both sides of a change of the clocks', () => {
    expect(from([early], '2026-03-23T13:00:00Z')).toBe('2026-03-30T04:00:00.000Z'); // summer time from the 29th on
    expect(from([early], '2026-10-19T12:00:00Z')).toBe('2026-10-26T05:00:00.000Z');
    // The night that is an hour shorter, and the one in which two o'clock comes twice.
    expect(from([night], '2026-03-29T03:59:00Z')).toBe('2026-03-29T03:59:00.000Z');
    expect(from([night], '2026-03-29T04:00:00Z')).toBe('2026-03-29T20:00:00.000Z');
    expect(from([night], '2026-10-25T04:59:00Z')).toBe('2026-10-25T04:59:00.000Z');
    expect(from([night], '2026-10-25T05:00:00Z')).toBe('2026-10-25T21:00:00.000Z');
  });

  it('works in all shifts that name them', () => {
    expect(from([early, night], '2026-03-02T13:00:00Z')).toBe('2026-03-02T21:00:00.000Z');
  });

  it('is always there without any, and never with one that is never on', () => {
    expect(from([], '2026-03-02T13:00:00Z')).toBe('2026-03-02T13:00:00.000Z');
    expect(from([{ timeZone: 'UTC', open: {} }], '2026-03-02T13:00:00Z')).toBeUndefined();
    expect(from([{ timeZone: 'UTC', open: '24x7' }], '2026-03-02T13:00:00Z')).toBe('2026-03-02T13:00:00.000Z');
  });

  it('is what a clock that is looked at every minute would say', () => {
    const wall = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Europe/Berlin', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
    const isOn = (open: Record<string, readonly { from: number; to: number }[]>, at: number) => {
      const parts = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]));
      const minute = Number(parts.hour) * 60 + Number(parts.minute);
      const day = (parts.weekday ?? '').toLowerCase();
      return (open[day] ?? []).some((one) => one.from <= minute && minute < one.to);
    };
    const hours = fc
      .tuple(fc.integer({ min: 0, max: 1435 }), fc.integer({ min: 1, max: 1440 }))
      .map(([begin, length]) => ({ from: begin, to: Math.min(1440, begin + length) }));
    const week = fc.dictionary(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), fc.tuple(hours), {
      minKeys: 1,
      noNullPrototype: true,
    });
    // Around both changes of the clocks, but for the hours that the wall shows twice.
    const minute = fc
      .constantFrom(Date.UTC(2026, 2, 27), Date.UTC(2026, 5, 5))
      .chain((begin) => fc.integer({ min: 0, max: 4 * 1440 }).map((after) => begin + after * 60_000));
    fc.assert(
      fc.property(week, minute, (open, at) => {
        let expected = at;
        while (!isOn(open, expected)) expected += 60_000;
        expect(onShiftFrom([{ timeZone: 'Europe/Berlin', open }], new Date(at))?.getTime()).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });
});
