import type { ParsedResult } from 'chrono-node';
import { instantIn } from '../sla/instant-in.ts';

export interface Reader {
  /** IANA. */
  readonly timeZone: string;
  /** BCP 47; tells which language is tried first, and whether 3/4 is in March or in April. */
  readonly locale: string;
  readonly now: Date;
}

/** More is no date. */
const longest = 60;

/**
 * Until when somebody is away, in their own words: `2026-12-24 09:00`, `friday 9:00`, `bis 24.12.`, `in 3 days`. A day
 * without a time counts to its end, as *until Friday* mostly does: nobody is called back a day too early.
 * @returns undefined for what is no date; it may lie in the past
 */
export async function readUntil(words: string, reader: Reader): Promise<Date | undefined> {
  const text = words.trim().replace(leading, '').trim();
  const { timeZone } = reader;
  const exact = instantIn(timeZone, text) ?? instantIn(timeZone, `${text} ${endOfDay}`);
  if (exact || text === '' || text.length > longest) return exact;
  for (const parse of await parsersFor(reader)) {
    const result = parse(withYear(text, reader));
    if (result) return instantIn(timeZone, wallOf(result));
  }
  return undefined;
}

const endOfDay = '23:59';
const leading = /^(?:(?:until|till|til|bis|zum|on|am|den|the)\b\s*)+/i;

type Parser = (text: string) => ParsedResult | undefined;

/** Loaded at the first use: only a few people ever write a date in words. */
async function parsersFor(reader: Reader): Promise<readonly Parser[]> {
  const [english, german] = await Promise.all([import('chrono-node/en'), import('chrono-node/de')]);
  const { locale } = reader;
  const dates = locale === 'en-US' ? english.casual : english.GB;
  const reference = { instant: new Date(wallNow(reader)), timezone: 0 };
  const inOrder = locale.startsWith('de') ? [german.casual, dates] : [dates, german.casual];
  return inOrder.map((language) => (text) => {
    const [result] = language.parse(text, reference, { forwardDate: true });
    // Words that are left over may mean anything: `away at 5 my screen went black` is no date.
    return result?.text.length === text.length ? result : undefined;
  });
}

/** What the reader's wall shows now, in milliseconds as if it were UTC. */
function wallNow({ timeZone, now }: Reader): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${format.format(now).replace(' ', 'T')}Z`);
}

/** `24.12.` is the next such day. */
function withYear(text: string, reader: Reader): string {
  return text.replace(/^(\d{1,2})\.(\d{1,2})\.(?=\s|$)/, (_all, day: string, month: string) => {
    const now = wallNow(reader);
    const year = new Date(now).getUTCFullYear();
    const isOver = Date.UTC(year, Number(month) - 1, Number(day) + 1) <= now;
    return `${day}.${month}.${isOver ? year + 1 : year}`;
  });
}

/** What the wall shows then. Read off piece by piece, for the reader's zone may have another offset then than now. */
function wallOf({ start }: ParsedResult): string {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) =>
    String(start.get(part)).padStart(part === 'year' ? 4 : 2, '0'),
  );
  const isTimed = start.isCertain('hour') || [...start.tags()].some((tag) => partOfDay.test(tag));
  const time = isTimed ? `${start.get('hour')}:${String(start.get('minute')).padStart(2, '0')}` : endOfDay;
  return `${year}-${month}-${day} ${time}`;
}

const partOfDay = /^casualReference\/(?:morning|afternoon|evening|noon|midnight)$/;
