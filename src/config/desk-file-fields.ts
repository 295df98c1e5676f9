import { z } from 'zod';
import { didYouMean } from './nearest-word.ts';
import { readDays, readDuration, readInterval, readTimeOfDay } from './time-words.ts';

/** What is wrong and what to do, as the two lines in which a fault travels through zod. */
export function says(problem: string, advice: string): string {
  return `${problem}\n${advice}`;
}

/** A value as it stands in the file, cut when long. */
export function show(value: unknown): string {
  const characters = [...(JSON.stringify(value) ?? 'nothing')];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : characters.join('');
}

interface Word<T> {
  /** "a duration" */
  readonly called: string;
  readonly advice: string;
  readonly read: (text: string) => T | undefined;
  /** What editors check while typing. */
  readonly pattern?: string;
}

/** Text with a meaning of its own. */
function word<T>({ called, advice, read, pattern }: Word<T>) {
  const error = (input: unknown) => says(`${show(input)} is not ${called}.`, advice);
  return z
    .string({ error: (issue) => error(issue.input) })
    .meta({ description: advice, ...(pattern === undefined ? {} : { pattern }) })
    .transform((text, context) => {
      const value = read(text);
      if (value !== undefined) return value;
      context.issues.push({ code: 'custom', input: text, message: error(text) });
      return z.NEVER;
    });
}

/** One of a few words, with a hint at the one that was meant. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, {
    error: ({ input }) =>
      says(
        `${show(input)} is not known here.`,
        `${didYouMean(String(input), words)}Choose one of: ${words.join(', ')}.`,
      ),
  });
}

/** A list of anything. */
export function listOf<T extends z.ZodType>(entry: T, advice: string) {
  return z.array(entry, { error: ({ input }) => says(`${show(input)} is not a list.`, advice) });
}

/** A map with known keys only. */
export function section<T extends z.core.$ZodLooseShape>(shape: T, description: string) {
  const error = ({ input }: { input?: unknown }) =>
    says(`${show(input)} is not a section with keys.`, `Known keys here: ${Object.keys(shape).join(', ')}.`);
  return z.strictObject(shape, { error }).meta({ description });
}

export const nonEmpty = (called: string, advice: string) =>
  word({ called, advice, pattern: '\\S', read: (text) => text.trim() || undefined });

export const yesOrNo = z.boolean({
  error: () => says('This is neither true nor false.', 'Write true or false.'),
});

export const id = word({
  called: 'an id',
  advice:
    'Lower-case letters, digits, - and _, beginning with a letter or digit, at most 40, such as "it" or "wifi-2".',
  pattern: '^[a-z0-9][a-z0-9_-]{0,39}$',
  read: (text) => (/^[a-z0-9][a-z0-9_-]{0,39}$/.test(text) ? text : undefined),
});

export const duration = word({
  called: 'a duration',
  advice: 'A whole number above zero and a unit: 90s, 15m, 4h or 2d.',
  pattern: '^[0-9]+[smhd]$',
  read: readDuration,
});

export const timeOfDay = word({
  called: 'a time of day',
  advice: 'Hours and minutes with two digits each, in quotes: "08:30", at most "24:00".',
  pattern: '^[0-2][0-9]:[0-5][0-9]$',
  read: (text) => (readTimeOfDay(text) === undefined ? undefined : text),
});

export const interval = word({
  called: 'a stretch of opening hours',
  advice:
    'From and to, the earlier first, in quotes: "09:00-17:30". Split hours over midnight between the two days, the end is "24:00".',
  pattern: '^[0-2][0-9]:[0-5][0-9] *- *[0-2][0-9]:[0-5][0-9]$',
  read: readInterval,
});

export const daysAdvice = 'Write mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, or a list of both.';

export const dayRange = word({
  called: 'a day or a range of days',
  advice: daysAdvice,
  read: (text) => (readDays(text) === undefined ? undefined : text),
});

export const date = word({
  called: 'a date',
  advice: 'Year, month and day in quotes: "2026-12-24".',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  read: (text) => (isDate(text) ? text : undefined),
});

export const percent = word({
  called: 'a percentage',
  advice: 'A whole number from 1 to 1000 with a percent sign: 75%.',
  pattern: '^[1-9][0-9]{0,3}%$',
  read: (text) =>
    /^[1-9]\d{0,3}%$/.test(text) && Number.parseInt(text, 10) <= 1000 ? Number.parseInt(text, 10) : undefined,
});

export const timeZone = word({
  called: 'a time zone',
  advice: 'Use a name of the IANA list, such as Europe/Berlin, America/New_York or UTC.',
  read: (text) => (isTimeZone(text) ? text : undefined),
});

export const locale = word({
  called: 'a language',
  advice: 'Use a language tag, such as en, de or en-GB.',
  read: (text) => (isLocale(text) ? text : undefined),
});

/** An emoji's name; colons around it are taken off. */
export const emoji = word({
  called: 'the name of an emoji',
  advice: 'The name as Slack shows it, without colons: ticket.',
  read: (text) => /^:?([\p{L}\p{N}_+'-]{1,100}):?$/u.exec(text)?.[1],
});

function isDate(text: string): boolean {
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

function isTimeZone(text: string): boolean {
  // Some runtimes also take offsets such as +02:00, which know nothing of summer time.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
