import { dayIn } from '../tickets/ticket-service.ts';
import { barsOf, type DigestBar } from './digest-content.ts';
import { type Edition, weekdayOf } from './digest-edition.ts';
import { dayAfter } from './period.ts';

/** The days that a digest's picture shows, both ends included. */
export interface BarSpan {
  readonly first: string;
  readonly last: string;
  /** How many days one bar stands for. */
  readonly days: 1 | 7;
}

/** Whole days of the desk, up to the one before the edition; for a month whole weeks from Monday on. */
export function spanOfBars({ digest, dueAt }: Edition, timeZone: string): BarSpan {
  const { bars, days } = barsOf[digest.every];
  const yesterday = dayAfter(dayIn(timeZone, dueAt), -1);
  const last = days === 1 ? yesterday : lastSunday(yesterday);
  return { first: dayAfter(last, 1 - bars * days), last, days };
}

/** Puts counts by day together, one bar after the other; days without any count as none. */
export function foldBars(
  { first, last, days }: BarSpan,
  opened: ReadonlyMap<string, number>,
  resolved: ReadonlyMap<string, number>,
): readonly DigestBar[] {
  const bars: DigestBar[] = [];
  for (let from = first; from <= last; from = dayAfter(from, days)) {
    const inside = Array.from({ length: days }, (_, at) => dayAfter(from, at));
    const sum = (counts: ReadonlyMap<string, number>) =>
      inside.reduce((total, day) => total + (counts.get(day) ?? 0), 0);
    bars.push({ from, opened: sum(opened), resolved: sum(resolved) });
  }
  return bars;
}

function lastSunday(day: string): string {
  let sunday = day;
  while (weekdayOf(sunday) !== 'sun') sunday = dayAfter(sunday, -1);
  return sunday;
}
