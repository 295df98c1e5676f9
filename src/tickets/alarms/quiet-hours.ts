import { WorkingCalendar } from '../../sla/calendar.ts';
import { type OpeningHours, weekdays } from '../../sla/calendar-rules.ts';
import type { AlarmRules } from './alarm-rules.ts';

const known = new WeakMap<object, WorkingCalendar>();

/**
 * When the quiet hours that an instant lies in are over.
 * @returns undefined when it lies in none, or the priority is exempt from them
 */
export function quietUntil(
  now: Date,
  priority: string,
  rules: Pick<AlarmRules, 'quietHours' | 'desk'>,
): Date | undefined {
  if (!rules.quietHours || rules.quietHours.except.includes(priority)) return undefined;
  const firstLoud = wakingHours(rules.quietHours, rules.desk.timeZone).addWorkingTime(now, 1);
  const until = firstLoud && new Date(firstLoud.getTime() - 1);
  return until && until > now ? until : undefined;
}

/** The same instant, or the end of the quiet hours that it lies in. */
export function whenLoud(at: Date, priority: string, rules: Pick<AlarmRules, 'quietHours' | 'desk'>): Date {
  return quietUntil(at, priority, rules) ?? at;
}

function wakingHours(quiet: NonNullable<AlarmRules['quietHours']>, timeZone: string): WorkingCalendar {
  const before = known.get(quiet);
  if (before) return before;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const loud: readonly OpeningHours[] =
    from < to
      ? [
          { from: 0, to: from },
          { from: to, to: 1440 },
        ].filter((hours) => hours.from < hours.to)
      : [{ from: to, to: from }];
  const open = Object.fromEntries(weekdays.map((day) => [day, loud]));
  const calendar = new WorkingCalendar({ timeZone, open, holidays: { dates: [] } });
  known.set(quiet, calendar);
  return calendar;
}

/** @param time `HH:MM` */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
