import type { CalendarRules } from './calendar-rules.ts';
import { OpenYear } from './open-year.ts';
import { OpeningDays } from './opening-days.ts';
import { lastYear, TimeZone } from './time-zone.ts';

/** So many years of one calendar are remembered; a service desk needs two or three. */
const rememberedYears = 400;

/**
 * Working time of one calendar. Each year is laid out once, when it is first asked for; after that a question costs a
 * few binary searches. Instants must lie in the years 1900 to 2999 UTC.
 *
 * The ends of opening hours are what the wall shows: a time that is skipped means the instant after the skip, a time that
 * is shown twice means the first, for an opening and for a closing. So hours that meet never overlap and leave no hole,
 * and a day of 00:00–24:00 has the 23, 24 or 25 hours (or none) that really pass.
 */
export class WorkingCalendar {
  readonly #zone: TimeZone;
  readonly #days: OpeningDays;
  readonly #years = new Map<number, OpenYear>();

  /**
   * @throws DeskError `invalid` for a country or region without known holidays
   * @throws RangeError when there is no such time zone
   */
  constructor(rules: CalendarRules) {
    this.#zone = TimeZone.named(rules.timeZone);
    this.#days = new OpeningDays(rules);
  }

  /**
   * The time between two instants during which the calendar is open.
   * @returns milliseconds; 0 when `to` is not later than `from`
   * @throws RangeError for an instant outside of the years 1900 to 2999
   */
  workingTimeBetween(from: Date, to: Date): number {
    const [start, end] = [from.getTime(), to.getTime()];
    const [first, last] = [this.#zone.yearAt(start), this.#zone.yearAt(end)];
    if (end <= start) return 0;
    let sum = this.#year(last).openBefore(end) - this.#year(first).openBefore(start);
    for (let year = first; year < last; year += 1) sum += this.#year(year).totalMs;
    return sum;
  }

  /**
   * The first instant at which so much working time has passed: at the end of the day, not the next morning.
   * @param ms working time, 0 or more; 0 gives `from` itself
   * @returns undefined when that much time never comes before the year 3000: the calendar is closed for good
   * @throws RangeError for a negative time, and for an instant outside of the years 1900 to 2999
   */
  addWorkingTime(from: Date, ms: number): Date | undefined {
    if (!(ms >= 0)) throw new RangeError(`working time of ${ms} ms cannot be added`);
    const first = this.#zone.yearAt(from.getTime());
    if (ms === 0) return new Date(from);
    let wanted = this.#year(first).openBefore(from.getTime()) + ms;
    for (let year = first; year <= lastYear && this.#days.mayOpenSince(year); year += 1) {
      const open = this.#year(year);
      if (wanted <= open.totalMs) return new Date(open.instantAfter(wanted));
      wanted -= open.totalMs;
    }
    return undefined;
  }

  #year(year: number): OpenYear {
    const known = this.#years.get(year);
    if (known) return known;
    if (this.#years.size >= rememberedYears) this.#years.clear();
    const laidOut = new OpenYear(this.#days.in(year), this.#zone);
    this.#years.set(year, laidOut);
    return laidOut;
  }
}
