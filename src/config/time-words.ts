import type { DayId, Interval } from './desk-config.ts';

/** The week, in the order that ranges such as `fri-mon` follow. */
export const dayIds = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly DayId[];

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The longest duration that makes sense in a desk: a hundred years. Beyond it, dates overflow. */
const longestMs = 36_500 * 86_400_000;

/** `90s`, `15m`, `4h`, `2d` in milliseconds; undefined for anything else, for nothing at all, and for over 100 years. */
export function readDuration(text: string): number | undefined {
  const match = /^(\d+)([smhd])$/.exec(text);
  const ms = Number(match?.[1]) * (unitMs[match?.[2] ?? ''] ?? Number.NaN);
  return ms > 0 && ms <= longestMs ? ms : undefined;
}

/** `HH:MM` from 00:00 to 24:00 as minutes since midnight. */
export function readTimeOfDay(text: string): number | undefined {
  const match = /^(\d\d):([0-5]\d)$/.exec(text);
  const minutes = Number(match?.[1]) * 60 + Number(match?.[2]);
  return minutes <= 1440 ? minutes : undefined;
}

/** `09:00-17:30`, of which the end is later than the start; an end of 24:00 is midnight. */
export function readInterval(text: string): Interval | undefined {
  const [from, to, ...more] = text.split('-').map((part) => readTimeOfDay(part.trim()));
  if (from === undefined || to === undefined || more.length > 0 || from >= to) return undefined;
  return { from, to };
}

/** `mon`, `mon-fri`, `fri-mon` (over the weekend), or several separated by commas; each day once, Monday first. */
export function readDays(text: string): readonly DayId[] | undefined {
  const named = text.split(',').map((part) => readDayRange(part.trim()));
  if (named.includes(undefined)) return undefined;
  return dayIds.filter((day) => named.some((range) => range?.includes(day)));
}

const weekdays: readonly string[] = dayIds;

function readDayRange(text: string): readonly DayId[] | undefined {
  const [first, last = first, ...more] = text.split('-').map((day) => weekdays.indexOf(day));
  if (first === undefined || last === undefined || first < 0 || last < 0 || more.length > 0) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return [...dayIds, ...dayIds].slice(first, first + length);
}
