import { firstYear, lastYear, TimeZone } from './time-zone.ts';

const pattern = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{1,2}):(\d{2})$/;

/**
 * The instant that a clock on the wall of a zone shows.
 * @param wall `YYYY-MM-DD HH:MM`; where the clock skips it, the instant after the skip, where it shows it twice, the first
 * @returns undefined for anything that is no date of the years 1900 to 2999
 */
export function instantIn(timeZone: string, wall: string): Date | undefined {
  const parts = pattern.exec(wall.trim())?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const date = new Date(asUtc);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
  if (!isReal || year < firstYear || year > lastYear) return undefined;
  return new Date(TimeZone.named(timeZone).firstInstantAt(asUtc));
}
