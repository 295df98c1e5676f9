import { CommandError } from '../errors.ts';

const hourMs = 3_600_000;
/** Offsets change at most on the quarter hour, so each quarter of an hour is asked for once. */
const stepMs = hourMs / 4;
const mostKept = 20_000;

/**
 * How far a time zone is ahead of UTC at an instant, milliseconds.
 * @param zone a name of the tz database, `UTC`, `GMT`, or an offset such as `+02:00`
 * @throws CommandError 40485 for a zone that is not known
 */
export function zoneOffset(zone: string, at: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return fixed;
  const step = Math.floor(at / stepMs);
  const known = offsets.get(`${zone} ${step}`);
  if (known !== undefined) return known;
  const offset = computeOffset(zone, step * stepMs);
  if (offsets.size >= mostKept) offsets.clear();
  offsets.set(`${zone} ${step}`, offset);
  return offset;
}

/** The instant at which a zone's clocks show the given local time; the earlier one when they show it twice. */
export function instantOf(zone: string, localMs: number): number {
  const guess = localMs - zoneOffset(zone, localMs);
  const before = localMs - zoneOffset(zone, guess - hourMs);
  const settled = localMs - zoneOffset(zone, before);
  return zoneOffset(zone, before) === zoneOffset(zone, settled) ? before : settled;
}

const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

function fixedOffset(zone: string): number | undefined {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const [, sign, hours, minutes = '0'] = /^([-+])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function computeOffset(zone: string, at: number): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
    return format;
  } catch {
    throw new CommandError(40485, `unrecognized time zone identifier: "${zone}"`);
  }
}
