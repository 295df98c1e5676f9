import { z } from 'zod';
import type { DayId, Interval } from './desk-config.ts';
import * as field from './desk-file-fields.ts';
import { listOf, oneOf, says, section, show } from './desk-file-fields.ts';
import { dayIds, readDays } from './time-words.ts';

type Week = Partial<Record<DayId, readonly Interval[]>>;

const intervals = listOf(field.interval, 'Write a list of opening hours: ["09:00-12:30", "13:00-18:00"].').transform(
  (hours, context) => {
    const inOrder = hours.toSorted((one, other) => one.from - other.from);
    const overlap = inOrder.some(({ from }, at) => from < (inOrder[at - 1]?.to ?? 0));
    if (overlap)
      complain(context, hours, 'These opening hours overlap.', 'Let each begin when the one before has ended.');
    return inOrder;
  },
);

const week = z
  .record(field.dayRange, intervals, { error: ({ input }) => says(`${show(input)} is not a week.`, weekAdvice()) })
  .meta({ description: 'Days or ranges of days with their opening hours.' })
  .transform((hoursByRange, context) => {
    const open: Week = {};
    for (const [range, hours] of Object.entries(hoursByRange))
      for (const day of readDays(range) ?? []) {
        if (open[day] !== undefined) complainAt(range, context, day);
        open[day] = hours;
      }
    if (!dayIds.some((day) => (open[day]?.length ?? 0) > 0))
      complain(context, hoursByRange, 'This calendar is never open.', weekAdvice());
    return open;
  });

const holidays = section(
  {
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, {
        error: ({ input }) => says(`${show(input)} is not a country.`, 'Use two capitals: DE, US, GB.'),
      })
      .exactOptional(),
    region: field.nonEmpty('a region', 'Use the code of the state or region, such as BE or CA.').exactOptional(),
    dates: listOf(field.date, 'Write a list of dates: ["2026-12-24"].').default([]),
  },
  'Days on which the calendar is closed: those of a country and region, and dates of your own.',
).superRefine(({ country, region }, context) => {
  if (region !== undefined && country === undefined)
    complain(context, region, 'A region is given without its country.', 'Add the country, for example country: DE.', [
      'region',
    ]);
});

/** When something is open: always, or a week of hours. */
export const openingTimes = z.union([z.literal('24x7'), week], {
  error: ({ input }) => says(`${show(input)} is not a week.`, weekAdvice()),
});

export const exceptions = listOf(
  section(
    { date: field.date, open: intervals },
    "A date whose hours stand instead of its weekday's, on a holiday too; none close it.",
  ),
  'Write a list of dates: [{ date: "2026-12-31", open: ["09:00-12:00"] }].',
).superRefine((all, context) => {
  for (const [at, { date }] of all.entries())
    if (all.findIndex((one) => one.date === date) < at)
      complain(context, date, `"${date}" has hours already.`, 'Give all hours of a date at once.', [at, 'date']);
});

export const calendar = section(
  {
    id: field.id,
    timeZone: field.timeZone.exactOptional(),
    open: openingTimes,
    holidays: holidays.default({ dates: [] }),
    exceptions: exceptions.exactOptional(),
  },
  'When time counts for service levels.',
);

export const quietHours = section(
  {
    from: field.timeOfDay,
    to: field.timeOfDay,
    except: listOf(oneOf(['P1', 'P2', 'P3', 'P4']), 'Write a list: [P1].').default(['P1']),
  },
  'When reminders are held back, in the time zone of the desk.',
).superRefine(({ from, to }, context) => {
  if (from === to) complain(context, to, 'Quiet hours end when they begin.', 'Choose two different times.', ['to']);
});

export const days = z
  .union([field.dayRange, z.array(field.dayRange)], {
    error: ({ input }) => says(`${show(input)} names no days.`, field.daysAdvice),
  })
  .transform((ranges) => readDays([ranges].flat().join(',')) ?? []);

function weekAdvice(): string {
  return 'Write 24x7, or days with their hours: { mon-fri: ["09:00-17:00"] }.';
}

function complainAt(range: string, context: z.RefinementCtx, day: DayId): void {
  complain(context, range, `The hours of ${day} are given twice.`, 'Name each day once; ranges may not overlap.', [
    range,
  ]);
}

/** Adds a fault to those of a shape. @param path below the value that is checked */
export function complain(
  context: z.RefinementCtx,
  input: unknown,
  problem: string,
  advice: string,
  path: PropertyKey[] = [],
): void {
  context.issues.push({ code: 'custom', input, path, message: says(problem, advice) });
}
