import { zoneOffset } from './zone-offset.ts';

const dayMs = 86_400_000;

/** An instant as the calendar and clock of a time zone show it. Months and days of the year count from 1. */
export interface Calendar {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly dayOfYear: number;
  /** 1 is Sunday. */
  readonly dayOfWeek: number;
  /** 1 is Monday. */
  readonly isoDayOfWeek: number;
  /** Weeks begin on Sunday; the days before the first Sunday are week 0. */
  readonly week: number;
  readonly isoWeek: number;
  readonly isoWeekYear: number;
  readonly offsetMinutes: number;
}

/** Reads the calendar and the clock of a time zone at an instant. */
export function calendarOf(date: Date, zone: string): Calendar {
  const offset = zoneOffset(zone, date.getTime());
  const local = new Date(date.getTime() + offset);
  const year = local.getUTCFullYear();
  const dayOfYear = Math.floor((local.getTime() - Date.UTC(year, 0, 1)) / dayMs) + 1;
  const weekday = local.getUTCDay();
  return {
    year,
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    dayOfYear,
    dayOfWeek: weekday + 1,
    isoDayOfWeek: weekday === 0 ? 7 : weekday,
    week: Math.floor((dayOfYear + 6 - weekday) / 7),
    ...isoWeekOf(local),
    offsetMinutes: Math.round(offset / 60_000),
  };
}

// An ISO week belongs to the year that holds its Thursday.
function isoWeekOf(local: Date): { isoWeek: number; isoWeekYear: number } {
  const thursday = new Date(local.getTime() + (4 - (local.getUTCDay() || 7)) * dayMs);
  const isoWeekYear = thursday.getUTCFullYear();
  const isoWeek = Math.floor((thursday.getTime() - Date.UTC(isoWeekYear, 0, 1)) / dayMs / 7) + 1;
  return { isoWeek, isoWeekYear };
}
