/** A stretch of time during which a zone's clocks keep one distance from UTC. */
interface Stretch {
  /** Instants in milliseconds; the first stretch of a year has no beginning and the last no end. */
  readonly from: number;
  readonly to: number;
  readonly offsetMs: number;
}

/** Instants outside of these years (UTC) are refused: no ticket lives there, and no rule of a zone is known. */
export const firstYear = 1900;
export const lastYear = 2999;

const dayMs = 86_400_000;
/** Zones have changed twice within weeks (Ramadan in Morocco), never within half a day. */
const stepMs = dayMs / 2;
/** The widest offset is 14 h, and Apia once skipped a whole day. */
const marginMs = 3 * dayMs;

/**
 * The clocks on the walls of an IANA zone, as `Intl` knows them; asked once a year of the zone and remembered.
 * Wall times are milliseconds as if they were UTC.
 */
export class TimeZone {
  readonly #format: Intl.DateTimeFormat;
  readonly #years = new Map<number, readonly Stretch[]>();

  private constructor(name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** @throws RangeError when there is no such zone */
  static named(name: string): TimeZone {
    const known = zones.get(name);
    if (known) return known;
    const zone = new TimeZone(name);
    zones.set(name, zone);
    return zone;
  }

  /** The year that the wall shows at an instant. @throws RangeError outside of 1900 to 2999 */
  yearAt(instant: number): number {
    const year = new Date(instant).getUTCFullYear();
    if (!(year >= firstYear && year <= lastYear)) throw new RangeError(`${instant} is not in ${firstYear}–${lastYear}`);
    const stretch = this.#stretches(year).find(({ to }) => instant < to);
    return new Date(instant + (stretch?.offsetMs ?? 0)).getUTCFullYear();
  }

  /**
   * The first instant at which the wall shows this time or a later one: where the clocks skip it, the instant after the
   * skip; where they show it twice, the first.
   */
  firstInstantAt(wall: number): number {
    const stretches = this.#stretches(new Date(wall).getUTCFullYear());
    const stretch = stretches.find(({ to, offsetMs }) => wall < to + offsetMs);
    return stretch ? Math.max(stretch.from, wall - stretch.offsetMs) : Number.NaN;
  }

  #stretches(year: number): readonly Stretch[] {
    const known = this.#years.get(year);
    if (known) return known;
    const stretches = this.#find(Date.UTC(year, 0, 1) - marginMs, Date.UTC(year + 1, 0, 1) + marginMs);
    this.#years.set(year, stretches);
    return stretches;
  }

  #find(from: number, until: number): readonly Stretch[] {
    const found: Stretch[] = [];
    let began = Number.NEGATIVE_INFINITY;
    let offsetMs = this.#offsetAt(from);
    let at = from;
    while (at < until) {
      const next = at + stepMs;
      if (this.#offsetAt(next) === offsetMs) {
        at = next;
        continue;
      }
      at = this.#changeBetween(at, next, offsetMs);
      found.push({ from: began, to: at, offsetMs });
      began = at;
      offsetMs = this.#offsetAt(at);
    }
    return [...found, { from: began, to: Number.POSITIVE_INFINITY, offsetMs }];
  }

  /** The first second at which the offset is not this one any more. */
  #changeBetween(before: number, after: number, offsetMs: number): number {
    let low = before;
    let high = after;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (this.#offsetAt(middle) === offsetMs) low = middle;
      else high = middle;
    }
    return high;
  }

  #offsetAt(instant: number): number {
    const shown = this.#format.format(instant).match(/\d+/g)?.map(Number) ?? [];
    const [month = 1, day = 1, year = 0, hour = 0, minute = 0, second = 0] = shown;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  }
}

const zones = new Map<string, TimeZone>();
