import { CommandError } from '../errors.ts';
import { instantOf, zoneOffset } from './zone-offset.ts';

/** The units in which dates are reckoned. */
export const dateUnits = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
] as const;
export type DateUnit = (typeof dateUnits)[number];

const fixedMs: Partial<Record<DateUnit, number>> = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000 };
const dayMs = 86_400_000;
const monthsIn: Partial<Record<DateUnit, number>> = { month: 1, quarter: 3, year: 12 };

/** Adds calendar units: days and longer keep the local time of day, across a change of summer time too. */
export function addUnits(date: Date, unit: DateUnit, amount: number, zone: string): Date {
  const fixed = fixedMs[unit];
  if (fixed !== undefined) return new Date(date.getTime() + amount * fixed);
  const local = localTime(date, zone);
  const months = monthsIn[unit];
  const moved =
    months === undefined ? local + amount * dayMs * (unit === 'week' ? 7 : 1) : addMonths(local, amount * months);
  return new Date(instantOf(zone, moved));
}

/** How many boundaries of a unit lie between two instants. */
export function unitsBetween(
  from: Date,
  to: Date,
  { unit, zone, startOfWeek }: { unit: DateUnit; zone: string; startOfWeek: string },
): number {
  const fixed = fixedMs[unit];
  const [a, b] = [localTime(from, zone), localTime(to, zone)];
  if (fixed !== undefined) return Math.floor(to.getTime() / fixed) - Math.floor(from.getTime() / fixed);
  const months = monthsIn[unit];
  if (months !== undefined) return Math.floor(monthNumber(b) / months) - Math.floor(monthNumber(a) / months);
  if (unit === 'day') return Math.floor(b / dayMs) - Math.floor(a / dayMs);
  return (weekStart(b, startOfWeek) - weekStart(a, startOfWeek)) / (7 * dayMs);
}

/** The beginning of the bin that an instant lies in; bins are counted from the beginning of the year 2000. */
export function truncateTo(
  date: Date,
  { unit, binSize, zone, startOfWeek }: { unit: DateUnit; binSize: number; zone: string; startOfWeek: string },
): Date {
  const local = localTime(date, zone);
  const months = monthsIn[unit];
  if (months !== undefined) {
    const size = months * binSize;
    const bin = Math.floor((monthNumber(local) - 2000 * 12) / size) * size + 2000 * 12;
    return new Date(instantOf(zone, Date.UTC(Math.floor(bin / 12), bin % 12, 1)));
  }
  const size = (fixedMs[unit] ?? dayMs * (unit === 'week' ? 7 : 1)) * binSize;
  const reference = unit === 'week' ? firstWeekOf2000(startOfWeek) : Date.UTC(2000, 0, 1);
  const bin = Math.floor((local - reference) / size) * size + reference;
  if (fixedMs[unit] !== undefined) return new Date(bin - zoneOffset(zone, date.getTime()));
  return new Date(instantOf(zone, bin));
}

function localTime(date: Date, zone: string): number {
  return date.getTime() + zoneOffset(zone, date.getTime());
}

function monthNumber(local: number): number {
  const date = new Date(local);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Months later on the same day, or on the month's last day where it is shorter. */
function addMonths(local: number, months: number): number {
  const date = new Date(local);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function weekdayNumber(name: string): number {
  const number = weekdays.findIndex((day) => day === name.toLowerCase() || day.slice(0, 3) === name.toLowerCase());
  if (number < 0) throw new CommandError(9, `unknown day of week value: ${name}`);
  return number;
}

function weekStart(local: number, startOfWeek: string): number {
  const day = Math.floor(local / dayMs);
  // 1 January 1970 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  return (day - ((weekday - weekdayNumber(startOfWeek) + 7) % 7)) * dayMs;
}

// The first such weekday on or after 1 January 2000, which was a Saturday.
function firstWeekOf2000(startOfWeek: string): number {
  return Date.UTC(2000, 0, 1 + ((weekdayNumber(startOfWeek) - 6 + 7) % 7));
}
