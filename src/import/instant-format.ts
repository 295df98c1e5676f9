import { firstYear, lastYear, TimeZone } from '../sla/time-zone.ts';

/** One way in which another desk writes instants. */
export interface InstantFormat {
  readonly written: string;
  /** @returns undefined when the text is not written so, or is no date of the years 1900 to 2999 */
  read(text: string, timeZone: string): Date | undefined;
}

/**
 * @param written `iso`, `unix` (seconds), `unix-ms`, or a pattern such as `DD.MM.YYYY HH:mm`
 * @returns undefined when the pattern lacks the day, month or year, or names one twice
 */
export function instantFormat(written: string): InstantFormat | undefined {
  if (written === 'iso') return { written, read: readIso };
  if (written === 'unix') return { written, read: (text) => readUnix(text, 1000) };
  if (written === 'unix-ms') return { written, read: (text) => readUnix(text, 1) };
  const tokens = written.match(tokenPattern)?.map((token) => parts[token]?.name ?? '') ?? [];
  const isWhole = ['year', 'month', 'day'].every((part) => tokens.includes(part));
  if (!isWhole || new Set(tokens).size < tokens.length) return undefined;
  const pattern = new RegExp(`^${patternOf(written)}$`, 'i');
  return { written, read: (text, timeZone) => instantOf(pattern.exec(text)?.groups, timeZone) };
}

const iso =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)? ?(?<offset>Z|UTC|[+-]\d\d:?\d\d)?$/i;

function readIso(text: string, timeZone: string): Date | undefined {
  return instantOf(iso.exec(text)?.groups, timeZone);
}

function readUnix(text: string, unitMs: number): Date | undefined {
  if (!/^\d{1,15}(\.\d{1,9})?$/.test(text)) return undefined;
  return inRange(Math.floor(Number(text) * unitMs));
}

const tokenPattern = /YYYY|YY|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|SSS|A|Z/g;

const oneOrTwo = '\\d{1,2}';
const parts: Readonly<Record<string, { readonly name: string; readonly digits: string }>> = {
  YYYY: { name: 'year', digits: '\\d{4}' },
  YY: { name: 'year', digits: '\\d\\d' },
  MMM: { name: 'month', digits: '[a-z]{3}' },
  MM: { name: 'month', digits: '\\d\\d' },
  M: { name: 'month', digits: oneOrTwo },
  DD: { name: 'day', digits: '\\d\\d' },
  D: { name: 'day', digits: oneOrTwo },
  HH: { name: 'hour', digits: '\\d\\d' },
  H: { name: 'hour', digits: oneOrTwo },
  hh: { name: 'hour', digits: '\\d\\d' },
  h: { name: 'hour', digits: oneOrTwo },
  mm: { name: 'minute', digits: '\\d\\d' },
  ss: { name: 'second', digits: '\\d\\d' },
  SSS: { name: 'fraction', digits: '\\d{1,9}' },
  A: { name: 'half', digits: '[ap]\\.?m\\.?' },
  Z: { name: 'offset', digits: 'Z|[+-]\\d\\d:?\\d\\d' },
};

function patternOf(written: string): string {
  let pattern = '';
  let at = 0;
  for (const token of written.matchAll(tokenPattern)) {
    const part = parts[token[0]];
    pattern += `${literal(written.slice(at, token.index))}(?<${part?.name}>${part?.digits})`;
    at = token.index + token[0].length;
  }
  return pattern + literal(written.slice(at));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

type Groups = Readonly<Record<string, string | undefined>> | undefined;

/** What is finer than a millisecond is cut off. Where the clocks show a time twice, the first is meant. */
function instantOf(groups: Groups, timeZone: string): Date | undefined {
  if (!groups) return undefined;
  const { year = '', month = '', day = '', minute = '0', second = '0', fraction = '', offset } = groups;
  const hour = hourOf(groups);
  const years = year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = Date.UTC(years, monthOf(month) - 1, Number(day));
  const isReal = new Date(date).getUTCMonth() === monthOf(month) - 1 && hour < 24;
  if (!isReal || Number(minute) > 59 || Number(second) > 59) return undefined;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const wall = date + ((hour * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
  if (offset) return inRange(wall - offsetMs(offset));
  return inRange(wall) && inRange(TimeZone.named(timeZone).firstInstantAt(wall));
}

function hourOf({ hour = '0', half }: NonNullable<Groups>): number {
  if (!half) return Number(hour);
  if (Number(hour) < 1 || Number(hour) > 12) return Number.NaN;
  return (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : months.indexOf(text.toLowerCase()) + 1;
}

function offsetMs(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -ms : ms;
}

function inRange(ms: number): Date | undefined {
  const year = new Date(ms).getUTCFullYear();
  return year >= firstYear && year <= lastYear ? new Date(ms) : undefined;
}
