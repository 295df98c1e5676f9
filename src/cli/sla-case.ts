import { z } from 'zod';
import { date, id, interval } from '../config/desk-file-fields.ts';
import { calendar, exceptions } from '../config/desk-file-times.ts';
import type { CalendarRules, OpeningHours } from '../sla/calendar-rules.ts';

/** Something that somebody knows of a calendar. Times in milliseconds. */
export type SlaCase = { readonly calendar: CalendarRules; readonly from: Date } & (
  | { readonly to: Date; readonly workingMs: number }
  | { readonly addMs: number; readonly due: Date | undefined }
);

export type ReadCase = { readonly sla: SlaCase } | { readonly problem: string };

/**
 * Reads one line of a file of cases. A calendar is written as in desk.yaml, its id may be left out; its `exceptions` may
 * also be a map of dates to the hours of that day, none to close.
 */
export function readCase(line: string): ReadCase {
  const value = parseJson(line);
  if (value === undefined) return { problem: 'This is no JSON. Write one JSON object on each line.' };
  const read = caseSchema.safeParse(value);
  if (!read.success) return { problem: tellAll(read.error.issues) };
  const isNeverOpen = z.looseObject({ open: neverOpen }).safeParse(read.data.calendar).success;
  const rules = (isNeverOpen ? neverOpenCalendar : caseCalendar).safeParse(read.data.calendar);
  if (!rules.success) return { problem: tellAll(rules.error.issues, ['calendar']) };
  return { sla: toCase(read.data, toRules(rules.data)) };
}

const instantAdvice = 'is no instant. Write it with its offset, as 2026-03-29T09:00:00+02:00 or with Z at the end.';
const instant = z
  .string({ error: instantAdvice })
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/, { error: instantAdvice })
  .transform((text) => new Date(text))
  .refine((at) => !Number.isNaN(at.getTime()), { error: instantAdvice })
  .refine((at) => at.getUTCFullYear() >= 1900 && at.getUTCFullYear() < 3000, {
    error: 'is not in the years 1900 to 2999, which calendars know.',
  });
const minutes = z
  .number({ error: 'is no number of minutes.' })
  .min(0, { error: 'is below zero.' })
  .transform((count) => Math.round(count * 60_000));

const neverOpen = z.record(z.string(), z.array(z.never()));
const caseCalendar = calendar.extend({
  id: id.exactOptional(),
  exceptions: z
    .union([exceptions, z.record(date, z.array(interval))], {
      error: 'is neither a list as in desk.yaml nor a map of dates to their hours.',
    })
    .exactOptional(),
});
/** desk.yaml refuses a calendar that is never open; what it would count can be asked all the same. */
const neverOpenCalendar = caseCalendar.extend({ open: neverOpen });

const caseSchema = z
  .strictObject({
    calendar: z.unknown(),
    from: instant,
    to: instant.exactOptional(),
    workingMinutes: minutes.exactOptional(),
    addMinutes: minutes.exactOptional(),
    due: instant.nullable().exactOptional(),
  })
  .refine(asksOneThing, { error: 'Give either "to" with "workingMinutes", or "addMinutes" with "due".' });

interface Asked {
  readonly to?: unknown;
  readonly workingMinutes?: unknown;
  readonly addMinutes?: unknown;
  readonly due?: unknown;
}

function asksOneThing({ to, workingMinutes, addMinutes, due }: Asked): boolean {
  const asked = [to, workingMinutes, addMinutes, due].map((value) => value !== undefined).join();
  return asked === 'true,true,false,false' || asked === 'false,false,true,true';
}

function toRules(calendar: z.output<typeof caseCalendar | typeof neverOpenCalendar>): CalendarRules {
  const { timeZone = 'UTC', open, holidays, exceptions: oneOff = [] } = calendar;
  const asMap = (map: Record<string, OpeningHours[]>) =>
    Object.entries(map).map(([day, open]) => ({ date: day, open }));
  return { timeZone, open, holidays, exceptions: Array.isArray(oneOff) ? oneOff : asMap(oneOff) };
}

function toCase(read: z.output<typeof caseSchema>, calendar: CalendarRules): SlaCase {
  const { from, to, workingMinutes, addMinutes, due } = read;
  if (to !== undefined && workingMinutes !== undefined) return { calendar, from, to, workingMs: workingMinutes };
  return { calendar, from, addMs: addMinutes ?? 0, due: due ?? undefined };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function tellAll(issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[] = []): string {
  return issues.map((issue) => tell(issue, above)).join(' ');
}

/** What desk.yaml's own checks say are two lines: what is wrong, and what to do. */
function tell(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): string {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    // The form that was meant is the one that looked inside.
    const meant = issue.errors.find((branch) =>
      branch.some(({ code, path: within }) => within.length > 0 || code === 'custom'),
    );
    if (meant) return tellAll(meant, path);
  }
  if (issue.code === 'unrecognized_keys')
    return [...path, `"${issue.keys.join('", "')}" is not known here.`].join(': ');
  const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
  const words = (message ?? '').replaceAll('\n', ' ');
  return path.length > 0 ? `${path.join('.')}: ${words}` : words;
}
