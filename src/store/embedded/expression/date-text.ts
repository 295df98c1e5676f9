import { CommandError } from '../errors.ts';
import { calendarOf } from './calendar.ts';
import { instantOf } from './zone-offset.ts';

/**
 * Reads an ISO 8601 text; without a zone of its own it is in `zone`.
 * @throws CommandError 241 when it is no date
 */
export function parseDate(text: string, zone = 'UTC'): Date {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[-+]\d{2}:?\d{2}|[-+]\d{2})?$/i.exec(
      text.trim(),
    );
  if (!match) throw unreadable(text);
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', offset] = match;
  const ms = Math.trunc(Number(`0.${fraction}`) * 1000);
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    ms,
  );
  const isReal = new Date(local).getUTCDate() === Number(day) && Number(hour) < 24 && Number(minute) < 60;
  if (!isReal) throw unreadable(text);
  return new Date(instantOf(offset?.toUpperCase() ?? zone, local));
}

/**
 * Writes a date by a format such as `%Y-%m-%d`.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/dateToString/
 * @throws CommandError 18536 for a specifier that is not known
 */
export function formatDate(date: Date, format: string, zone: string): string {
  const at = calendarOf(date, zone);
  return format.replace(/%(.?)/gs, (whole, letter: string) => {
    const write = specifiers[letter];
    if (!write) throw new CommandError(18536, `Invalid format character '${whole}' in format string`);
    return write(at);
  });
}

type Calendar = ReturnType<typeof calendarOf>;

const padded = (value: number, length: number) => String(value).padStart(length, '0');
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const specifiers: Readonly<Record<string, (at: Calendar) => string>> = {
  Y: ({ year }) => padded(year, 4),
  m: ({ month }) => padded(month, 2),
  d: ({ day }) => padded(day, 2),
  H: ({ hour }) => padded(hour, 2),
  M: ({ minute }) => padded(minute, 2),
  S: ({ second }) => padded(second, 2),
  L: ({ millisecond }) => padded(millisecond, 3),
  j: ({ dayOfYear }) => padded(dayOfYear, 3),
  u: ({ isoDayOfWeek }) => String(isoDayOfWeek),
  w: ({ dayOfWeek }) => String(dayOfWeek),
  V: ({ isoWeek }) => padded(isoWeek, 2),
  G: ({ isoWeekYear }) => padded(isoWeekYear, 4),
  U: ({ week }) => padded(week, 2),
  b: ({ month }) => (monthNames[month - 1] ?? '').slice(0, 3),
  B: ({ month }) => monthNames[month - 1] ?? '',
  z: ({ offsetMinutes }) => offsetText(offsetMinutes),
  Z: ({ offsetMinutes }) => String(offsetMinutes),
  '%': () => '%',
};

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${padded(size % 60, 2)}`;
}

function unreadable(text: string): CommandError {
  return new CommandError(241, `Error parsing date string '${text}'; it is not an ISO 8601 date`);
}
