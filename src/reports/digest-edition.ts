import type { DayId, DigestConfig } from '../config/desk-config.ts';
import { TimeZone } from '../sla/time-zone.ts';
import { dayAfter } from './period.ts';

/** A stretch of time, its end not part of it. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

/** One issue of a digest: when it comes, and what it looks back on. */
export interface Edition {
  readonly digest: DigestConfig;
  /** `2026-11-24T08:30`, on the wall of the digest's zone. With the digest's id it names the edition. */
  readonly label: string;
  /** The same day alone. */
  readonly day: string;
  readonly dueAt: Date;
  /** Day and week: since the edition before. Month: the calendar month that is over. */
  readonly period: Stretch;
  /** The same stretch one earlier, to compare with. */
  readonly before: Stretch;
  /** The end of {@link day}. */
  readonly dayEndsAt: Date;
}

/**
 * The editions that are to be sent now: of each digest the newest, unless it is later than desk.yaml allows. After a stop
 * or a jump of the clock older ones are left out, so that there is no flood.
 * @param isDone whether everybody has this one already
 */
export function dueEditions(
  digests: readonly DigestConfig[],
  now: Date,
  isDone: (edition: Edition) => boolean = () => false,
): readonly Edition[] {
  return digests.flatMap((digest) => {
    const edition = latestEdition(digest, now);
    const isTimely = edition && now.getTime() - edition.dueAt.getTime() <= digest.lateAtMostMs;
    return isTimely && !isDone(edition) ? [edition] : [];
  });
}

/** The newest edition whose time has come; undefined for a digest that has no days. */
export function latestEdition(digest: DigestConfig, now: Date): Edition | undefined {
  // The wall of no zone is further from UTC than a day.
  let day = dayAfter(isoDay(now.getTime()), 1);
  for (let back = 0; back <= longestGapDays; back += 1, day = dayAfter(day, -1)) {
    if (isEditionDay(digest, day) && instantOf(digest, day) <= now) return editionOn(digest, day);
  }
  return undefined;
}

/** The edition of a day, whether or not the digest comes on it. */
export function editionOn(digest: DigestConfig, day: string): Edition {
  const previous = dayBefore(digest, day);
  return {
    digest,
    label: `${day}T${digest.at}`,
    day,
    dueAt: instantOf(digest, day),
    ...(digest.every === 'month' ? monthsBefore(digest, day) : sinceBefore(digest, day, previous)),
    dayEndsAt: midnight(digest, dayAfter(day, 1)),
  };
}

/** Monday to Sunday, of a day `YYYY-MM-DD`. */
export function weekdayOf(day: string): DayId {
  return week[(new Date(day).getUTCDay() + 6) % 7] ?? 'mon';
}

/** A digest of the month whose day is Sunday can be 34 days from one to the next. */
const longestGapDays = 40;
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly DayId[];

function isEditionDay(digest: DigestConfig, day: string): boolean {
  if (!digest.days.includes(weekdayOf(day))) return false;
  if (digest.every === 'day') return true;
  // The first of its days in the week, or in the month.
  const first = digest.every === 'month' ? `${day.slice(0, 8)}01` : dayAfter(day, -week.indexOf(weekdayOf(day)));
  for (let earlier = first; earlier < day; earlier = dayAfter(earlier, 1)) {
    if (digest.days.includes(weekdayOf(earlier))) return false;
  }
  return true;
}

function dayBefore(digest: DigestConfig, day: string): string {
  for (let back = 1; back <= longestGapDays; back += 1) {
    if (isEditionDay(digest, dayAfter(day, -back))) return dayAfter(day, -back);
  }
  return dayAfter(day, -1);
}

function sinceBefore(digest: DigestConfig, day: string, previous: string): Pick<Edition, 'period' | 'before'> {
  const from = instantOf(digest, previous);
  return {
    period: { from, to: instantOf(digest, day) },
    before: { from: instantOf(digest, dayBefore(digest, previous)), to: from },
  };
}

function monthsBefore(digest: DigestConfig, day: string): Pick<Edition, 'period' | 'before'> {
  const thisMonth = `${day.slice(0, 8)}01`;
  const lastMonth = `${dayAfter(thisMonth, -1).slice(0, 8)}01`;
  const monthBefore = `${dayAfter(lastMonth, -1).slice(0, 8)}01`;
  const from = midnight(digest, lastMonth);
  return {
    period: { from, to: midnight(digest, thisMonth) },
    before: { from: midnight(digest, monthBefore), to: from },
  };
}

/** Where the clocks skip its time, right after the skip; where they show it twice, the first. */
function instantOf(digest: DigestConfig, day: string): Date {
  const [hours = 0, minutes = 0] = digest.at.split(':').map(Number);
  return new Date(TimeZone.named(digest.timeZone).firstInstantAt(Date.parse(day) + (hours * 60 + minutes) * 60_000));
}

function midnight({ timeZone }: DigestConfig, day: string): Date {
  return new Date(TimeZone.named(timeZone).firstInstantAt(Date.parse(day)));
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
