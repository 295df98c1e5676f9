import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { LRUCache } from 'lru-cache';
import { DeskError } from '../errors.ts';
import { WorkingCalendar } from '../sla/calendar.ts';
import type { CalendarRules } from '../sla/calendar-rules.ts';
import type { Terminal } from './sla.ts';
import { readCase, type SlaCase } from './sla-case.ts';

/**
 * Holds the calendar against the cases of a file and says each that differs; the last line is `N equal, N different`.
 * A line that cannot be read is complained of, and the rest goes on.
 * @returns the exit code: 0 when all are equal, 1 when some differ, 2 when some could not be read
 */
export async function slaCheck(file: string, terminal: Terminal): Promise<number> {
  const calendars = new LRUCache<string, WorkingCalendar>({ max: 100 });
  const sum = { equal: 0, different: 0, unread: 0, line: 0 };
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      sum.line += 1;
      if (line.trim() === '') continue;
      const outcome = checkLine(line, calendars);
      sum[outcome.is] += 1;
      if (outcome.is === 'different') terminal.say(`${file}:${sum.line} ${outcome.words}`);
      if (outcome.is === 'unread') terminal.complain(`${file}:${sum.line} ${outcome.words}`);
    }
  } catch (cause) {
    if (!isFileError(cause)) throw cause;
    terminal.complain(`${file} cannot be read (${cause.code}). Let --file name a file with one JSON object a line.`);
    return 2;
  }
  terminal.say(`${sum.equal} equal, ${sum.different} different`);
  if (sum.unread > 0) return 2;
  return sum.different > 0 ? 1 : 0;
}

type Outcome = { readonly is: 'equal' } | { readonly is: 'different' | 'unread'; readonly words: string };

function checkLine(line: string, calendars: LRUCache<string, WorkingCalendar>): Outcome {
  const read = readCase(line.replace(/^\uFEFF/, ''));
  if ('problem' in read) return { is: 'unread', words: read.problem };
  try {
    const difference = compare(read.sla, calendarFor(read.sla.calendar, calendars));
    return difference ? { is: 'different', words: difference } : { is: 'equal' };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return { is: 'unread', words: error.message };
  }
}

/** Files ask the same calendar many things. */
function calendarFor(rules: CalendarRules, calendars: LRUCache<string, WorkingCalendar>): WorkingCalendar {
  const key = JSON.stringify(rules);
  const known = calendars.get(key);
  if (known) return known;
  const calendar = new WorkingCalendar(rules);
  calendars.set(key, calendar);
  return calendar;
}

/** @returns what differs, in words; undefined when nothing does */
function compare(sla: SlaCase, calendar: WorkingCalendar): string | undefined {
  const from = sla.from.toISOString();
  if ('to' in sla) {
    const ms = calendar.workingTimeBetween(sla.from, sla.to);
    if (ms === sla.workingMs) return undefined;
    return `From ${from} to ${sla.to.toISOString()}: ${minutes(ms)} here, ${minutes(sla.workingMs)} in the case.`;
  }
  const due = calendar.addWorkingTime(sla.from, sla.addMs);
  if (due?.getTime() === sla.due?.getTime()) return undefined;
  return `${minutes(sla.addMs)} after ${from}: due ${shown(due)} here, ${shown(sla.due)} in the case.`;
}

function minutes(ms: number): string {
  return `${ms / 60_000} working minutes`;
}

function shown(due: Date | undefined): string {
  return due?.toISOString() ?? 'never';
}

function isFileError(cause: unknown): cause is { readonly code: string } {
  return typeof cause === 'object' && cause !== null && 'syscall' in cause && 'code' in cause;
}
