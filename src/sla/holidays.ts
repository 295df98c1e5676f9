import { createRequire } from 'node:module';
import type { HolidaysTypes } from 'date-holidays';
import { DeskError } from '../errors.ts';

/** A public holiday, as wall times of the calendar's zone in milliseconds as if they were UTC. */
export interface HolidaySpan {
  readonly from: number;
  readonly to: number;
  /** In English where the data has it, else in the country's own language. */
  readonly name: string;
}

/** Public holidays of one country or region; each year is worked out once. */
export class PublicHolidays {
  readonly #source: HolidaySource;
  readonly #years = new Map<number, readonly HolidaySpan[]>();

  /**
   * @param country two capitals: `DE`
   * @param region a state of the country, `BE`; with a part of it after a hyphen, `BY-A`
   * @throws DeskError `invalid` when the data know no such place
   */
  constructor(country: string, region?: string) {
    this.#source = sourceFor(country, region);
  }

  /** Those that lie in this year at least in part. */
  in(year: number): readonly HolidaySpan[] {
    const known = this.#years.get(year);
    if (known) return known;
    const [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
    // Some last over the turn of the year.
    const spans = [year - 1, year]
      .flatMap((one) => this.#source.getHolidays(one))
      .map(spanOf)
      .filter((span) => span.from < to && span.to > from);
    this.#years.set(year, spans);
    return spans;
  }
}

type HolidaySource = Pick<InstanceType<typeof import('date-holidays').default>, 'getHolidays'>;

const dayMs = 86_400_000;

function spanOf({ date, start, end, name }: HolidaysTypes.Holiday): HolidaySpan {
  const [, day = '', time = '00:00'] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/.exec(date) ?? [];
  const midnight = Date.parse(`${day}T00:00Z`);
  const from = Date.parse(`${day}T${time}Z`);
  if (from > midnight) return { from, to: midnight + dayMs, name };
  // Days that begin at sunset the evening before, and days of 23 and 25 hours, count as the days of their date.
  const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / dayMs + 0.1));
  return { from, to: from + days * dayMs, name };
}

/** The data take a fifth of a second to load: only a desk whose calendar names a country pays for them. */
function sourceFor(country: string, region: string | undefined): HolidaySource {
  const Holidays: typeof import('date-holidays').default = createRequire(import.meta.url)('date-holidays');
  const places = new Holidays();
  const [state = '', part] = region?.split('-', 2) ?? [];
  if (!Object.hasOwn(places.getCountries(), country)) throw unknown(`"${country}"`, 'Use two capitals: DE, US, GB.');
  requireOneOf(places.getStates(country), region === undefined ? undefined : state, `"${region}" in ${country}`);
  requireOneOf(part === undefined ? {} : places.getRegions(country, state), part, `"${region}" in ${country}`);
  const options = { languages: ['en'], types: ['public' as const] };
  if (part !== undefined) return new Holidays(country, state, part, options);
  return region === undefined ? new Holidays(country, options) : new Holidays(country, state, options);
}

function requireOneOf(known: Record<string, string> | undefined, wanted: string | undefined, called: string): void {
  if (wanted === undefined || Object.hasOwn(known ?? {}, wanted)) return;
  const names = Object.keys(known ?? {});
  throw unknown(called, names.length > 0 ? `Use one of: ${names.join(', ')}.` : 'Leave the region out.');
}

function unknown(place: string, advice: string): DeskError {
  return new DeskError('invalid', `No public holidays are known for ${place}. ${advice}`);
}
