import { type CalendarRules, type OpeningHours, weekdays } from './calendar-rules.ts';
import { type HolidaySpan, PublicHolidays } from './holidays.ts';

/** Opening hours as wall times in milliseconds as if they were UTC. */
export interface WallSpan {
  readonly from: number;
  readonly to: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const allDay: readonly OpeningHours[] = [{ from: 0, to: 1440 }];

/** Which hours of which days a calendar is open, on the wall; knows nothing of zones. */
export class OpeningDays {
  readonly #open: CalendarRules['open'];
  readonly #daysOff: ReadonlySet<number>;
  readonly #exceptions: ReadonlyMap<number, readonly OpeningHours[]>;
  readonly #holidays: PublicHolidays | undefined;
  /** Whether it is ever open but for its exceptions. */
  readonly #isWeekly: boolean;

  /** @throws DeskError `invalid` for a country or region without known holidays */
  constructor({ open, holidays, exceptions = [] }: CalendarRules) {
    this.#open = open;
    this.#daysOff = new Set(holidays.dates.map(midnightOf));
    this.#exceptions = new Map(exceptions.map(({ date, open: hours }) => [midnightOf(date), hours]));
    this.#holidays = holidays.country ? new PublicHolidays(holidays.country, holidays.region) : undefined;
    this.#isWeekly = open === '24x7' || weekdays.some((day) => open[day]?.some(({ from, to }) => from < to));
  }

  /** Whether it may be open in this year or a later one. */
  mayOpenSince(year: number): boolean {
    return this.#isWeekly || [...this.#exceptions.keys()].some((midnight) => midnight >= Date.UTC(year, 0, 1));
  }

  /** All hours of a year in the order in which they begin; they overlap where the calendar's do. */
  in(year: number): readonly WallSpan[] {
    const holidays = this.#holidays?.in(year) ?? [];
    const spans: WallSpan[] = [];
    for (let midnight = Date.UTC(year, 0, 1); midnight < Date.UTC(year + 1, 0, 1); midnight += dayMs)
      spans.push(...this.#spansOf(midnight, holidays));
    return spans;
  }

  #spansOf(midnight: number, holidays: readonly HolidaySpan[]): readonly WallSpan[] {
    const oneOff = this.#exceptions.get(midnight);
    if (oneOff) return toSpans(midnight, oneOff);
    if (this.#daysOff.has(midnight)) return [];
    const spans = toSpans(midnight, this.#weekly(midnight));
    const off = holidays.filter(({ from, to }) => from < midnight + dayMs && to > midnight);
    return off.reduce(without, spans);
  }

  #weekly(midnight: number): readonly OpeningHours[] {
    if (this.#open === '24x7') return allDay;
    const day = weekdays[new Date(midnight).getUTCDay()];
    return (day && this.#open[day]) ?? [];
  }
}

function midnightOf(date: string): number {
  return Date.parse(`${date}T00:00Z`);
}

function toSpans(midnight: number, hours: readonly OpeningHours[]): readonly WallSpan[] {
  return hours
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from)
    .map(({ from, to }) => ({ from: midnight + from * minuteMs, to: midnight + to * minuteMs }));
}

function without(spans: readonly WallSpan[], off: WallSpan): readonly WallSpan[] {
  return spans.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, off.from) },
      { from: Math.max(from, off.to), to },
    ].filter((left) => left.from < left.to),
  );
}
