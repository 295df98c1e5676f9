const pattern = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{1,2}):(\d{2})$/;

/**
 * The instant that a clock on the wall of a zone shows.
 * @param wall `YYYY-MM-DD HH:MM`; where the clock skips it, the instant after the skip, where it shows it twice, the first
 * @returns undefined for anything that is no date
 */
export function instantIn(timeZone: string, wall: string): Date | undefined {
  const parts = pattern.exec(wall.trim())?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const date = new Date(asUtc);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
  if (!isReal) return undefined;
  const before = asUtc - offsetMs(timeZone, asUtc - dayMs);
  const after = asUtc - offsetMs(timeZone, asUtc + dayMs);
  const fits = [before, after].filter((instant) => instant + offsetMs(timeZone, instant) === asUtc);
  return new Date(fits.length > 0 ? Math.min(...fits) : Math.max(before, after));
}

const dayMs = 86_400_000;

function offsetMs(timeZone: string, instant: number): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / 60_000) * 60_000;
}
