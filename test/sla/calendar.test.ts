import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from '../../src/sla/calendar.ts';
import type { CalendarRules } from '../../src/sla/calendar-rules.ts';
import { aCalendar, hours, monToFri } from './calendars.ts';

const hourMs = 3_600_000;

function hoursBetween(rules: CalendarRules, from: string, to: string): number {
  return new WorkingCalendar(rules).workingTimeBetween(new Date(from), new Date(to)) / hourMs;
}

function dueAfter(rules: CalendarRules, from: string, addHours: number): string | undefined {
  return new WorkingCalendar(rules).addWorkingTime(new Date(from), addHours * hourMs)?.toISOString();
}

const office = aCalendar({ timeZone: 'Europe/Berlin', open: monToFri('09:00-12:30', '13:00-18:00') });
const berlin = aCalendar({ timeZone: 'Europe/Berlin' });

describe('an office calendar', () => {
  it('counts its hours, without nights, lunch and weekend', () => {
    expect(hoursBetween(office, '2026-11-06T10:00+01:00', '2026-11-09T10:00+01:00')).toBe(7.5 + 1);
  });

  it('counts nothing before, after and backwards', () => {
    expect(hoursBetween(office, '2026-11-07T00:00Z', '2026-11-08T00:00Z')).toBe(0);
    expect(hoursBetween(office, '2026-11-06T12:00Z', '2026-11-06T10:00Z')).toBe(0);
  });

  it('is over at the end of a day, not the next morning', () => {
    expect(dueAfter(office, '2026-11-06T13:00+01:00', 5)).toBe('2026-11-06T17:00:00.000Z');
    expect(dueAfter(office, '2026-11-06T17:30+01:00', 1)).toBe('2026-11-09T08:30:00.000Z');
    expect(dueAfter(office, '2026-11-07T11:00+01:00', 0)).toBe('2026-11-07T10:00:00.000Z');
  });

  it('goes over as many years as it takes', () => {
    const year = hoursBetween(office, '2026-01-01T00:00+01:00', '2027-01-01T00:00+01:00');

    expect(year).toBe(261 * 8.5);
    // The twenty years from 2020 on have 5218 such days, two less than twenty times 261.
    expect(dueAfter(office, '2020-01-01T00:00+01:00', year * 20)).toBe('2040-01-03T17:00:00.000Z');
  });

  it('takes hours in any order, and those that overlap once', () => {
    const rules = aCalendar({ open: { mon: hours('12:00-14:00', '08:00-13:00', '08:30-09:00') } });

    expect(hoursBetween(rules, '2026-11-09T00:00Z', '2026-11-10T00:00Z')).toBe(6);
  });
});

describe('a day of 00:00–24:00', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2019-02-16', 25],
    ['Pacific/Apia', '2011-12-29', 24],
    ['Pacific/Apia', '2011-12-30', 0],
    ['Pacific/Apia', '2011-12-31', 24],
    ['Asia/Kathmandu', '1986-01-01', 23.75],
    ['Antarctica/Troll', '2026-03-29', 22],
  ])('in %s on %s has %s real hours', (timeZone, date, expected) => {
    const rules = aCalendar({ timeZone, open: {}, exceptions: [{ date, open: hours('00:00-24:00') }] });
    const noon = Date.parse(`${date}T12:00Z`);
    const away = (days: number) => new Date(noon + days * 86_400_000).toISOString();

    expect(hoursBetween(rules, away(-2), away(2))).toBe(expected);
  });
});

describe('an end that the clocks skip or show twice', () => {
  const night = (word: string) => aCalendar({ timeZone: 'Europe/Berlin', open: { sun: hours(word) } });

  it('is the instant after the skip', () => {
    expect(dueAfter(night('02:30-05:00'), '2026-03-28T12:00Z', 2)).toBe('2026-03-29T03:00:00.000Z');
    expect(hoursBetween(night('01:00-02:30'), '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toBe(1);
    expect(hoursBetween(night('02:00-03:00'), '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toBe(0);
  });

  it('is the first of two, so that hours which meet neither overlap nor leave a hole', () => {
    const between = (word: string) => hoursBetween(night(word), '2026-10-24T12:00Z', '2026-10-25T12:00Z');

    expect([between('01:00-02:30'), between('02:30-04:00')]).toEqual([1.5, 2.5]);
    expect([between('01:00-02:00'), between('02:00-03:00')]).toEqual([1, 2]);
  });
});

describe('days off', () => {
  const day = (rules: CalendarRules, date: string) =>
    hoursBetween(rules, `${date}T00:00+01:00`, `${date}T23:59:59.999+01:00`);
  const germany = (region?: string) =>
    aCalendar({ ...berlin, open: monToFri('09:00-17:00'), holidays: holidaysOf('DE', region) });
  const holidaysOf = (country: string, region?: string, dates: readonly string[] = []) => ({
    country,
    ...(region ? { region } : {}),
    dates,
  });

  it('are the dates that the calendar names', () => {
    const rules = { ...office, holidays: { dates: ['2026-12-24'] } };

    expect([day(rules, '2026-12-23'), day(rules, '2026-12-24')]).toEqual([8.5, 0]);
  });

  it('are the public holidays of its country and region', () => {
    expect([day(germany(), '2026-12-25'), day(germany(), '2027-01-06'), day(germany('BY'), '2027-01-06')]).toEqual([
      0, 8, 0,
    ]);
    // 8 March is one in Berlin alone; Christmas Eve is none anywhere.
    expect([day(germany('BE'), '2027-03-08'), day(germany(), '2027-03-08'), day(germany(), '2026-12-24')]).toEqual([
      0, 8, 8,
    ]);
  });

  it('last as long as the holiday does', () => {
    const turkey = aCalendar({ holidays: holidaysOf('TR') });

    expect(hoursBetween(turkey, '2026-05-26T00:00Z', '2026-06-01T00:00Z')).toBe(2 * 24);
  });

  it('last over the turn of the year', () => {
    const eswatini = aCalendar({ holidays: holidaysOf('SZ') });

    expect(hoursBetween(eswatini, '2027-01-02T00:00Z', '2027-01-04T00:00Z')).toBe(24);
  });

  it('last three days when one of them has only 23 hours', () => {
    const bosnia = aCalendar({ holidays: holidaysOf('BA') });

    expect(hoursBetween(bosnia, '2025-03-30T00:00Z', '2025-04-03T00:00Z')).toBe(24);
  });

  it('begin at noon where the holiday does', () => {
    const solothurn = aCalendar({ timeZone: 'UTC', holidays: holidaysOf('CH', 'SO') });

    expect(hoursBetween(solothurn, '2026-05-01T00:00Z', '2026-05-03T00:00Z')).toBe(12 + 24);
  });

  it('may fall on the last day of the year before', () => {
    const america = aCalendar({ holidays: holidaysOf('US') });

    expect(hoursBetween(america, '2027-12-31T00:00Z', '2028-01-01T00:00Z')).toBe(0);
  });

  it('name the places that are known when theirs is not', () => {
    expect(() => new WorkingCalendar(germany('XX'))).toThrow(/"XX" in DE.*Use one of: .*BY/);
    expect(() => new WorkingCalendar(aCalendar({ holidays: holidaysOf('QQ') }))).toThrow('Use two capitals: DE');
  });

  it('give way to one-off hours, which also close', () => {
    const exceptions = [
      { date: '2026-12-24', open: hours('09:00-12:00') },
      { date: '2026-12-25', open: hours('10:00-11:00') },
      { date: '2026-12-26', open: hours('10:00-12:00') },
      { date: '2026-12-28', open: [] },
    ];
    const rules = { ...germany(), exceptions };

    expect(['24', '25', '26', '27', '28', '29'].map((date) => day(rules, `2026-12-${date}`))).toEqual([
      3, 1, 2, 0, 0, 8,
    ]);
  });
});

describe('a calendar that is never open', () => {
  it('never comes to an end, and says so', () => {
    expect(dueAfter(aCalendar({ open: {} }), '2026-01-01T00:00Z', 1)).toBeUndefined();
    expect(dueAfter(aCalendar({ open: { mon: hours('09:00-09:00') } }), '2026-01-01T00:00Z', 1)).toBeUndefined();
  });

  it('ends after its last one-off opening', () => {
    const rules = aCalendar({ open: {}, exceptions: [{ date: '2030-06-01', open: hours('10:00-12:00') }] });

    expect(dueAfter(rules, '2026-01-01T00:00Z', 2)).toBe('2030-06-01T12:00:00.000Z');
    expect(dueAfter(rules, '2026-01-01T00:00Z', 2.1)).toBeUndefined();
    expect(dueAfter(rules, '2031-01-01T00:00Z', 1)).toBeUndefined();
  });
});

describe('what no calendar can answer', () => {
  it('is refused', () => {
    expect(() => dueAfter(office, '2026-01-01T00:00Z', -1)).toThrow(RangeError);
    expect(() => dueAfter(office, 'no date', 1)).toThrow(RangeError);
    expect(() => hoursBetween(office, '0100-01-01T00:00Z', '2026-01-01T00:00Z')).toThrow(RangeError);
    expect(() => hoursBetween(office, '2026-01-01T00:00Z', '+275000-01-01T00:00:00Z')).toThrow(RangeError);
    expect(() => new WorkingCalendar(aCalendar({ timeZone: 'Europe/Atlantis' }))).toThrow(RangeError);
  });

  it('is nothing before the year 3000', () => {
    expect(dueAfter(office, '2999-12-01T00:00Z', 10_000)).toBeUndefined();
  });
});
