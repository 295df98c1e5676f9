import type { ShiftConfig } from '../config/desk-config.ts';
import { WorkingCalendar } from '../sla/calendar.ts';

/** When a shift is on, by the clock on the wall of its zone. */
export type ShiftHours = Pick<ShiftConfig, 'timeZone' | 'open'>;

/**
 * When somebody is on shift next.
 * @param shifts theirs; who has none is always on shift
 * @returns `at` itself while a shift is on, else the next start of one; undefined when none ever starts
 */
export function onShiftFrom(shifts: readonly ShiftHours[], at: Date): Date | undefined {
  if (shifts.length === 0) return at;
  const starts = shifts.flatMap((shift) => {
    // The first millisecond that counts ends where it began, a millisecond earlier.
    const first = calendarOf(shift).addWorkingTime(at, 1);
    return first ? [first.getTime() - 1] : [];
  });
  return starts.length > 0 ? new Date(Math.min(...starts)) : undefined;
}

const calendars = new WeakMap<ShiftHours, WorkingCalendar>();

function calendarOf(shift: ShiftHours): WorkingCalendar {
  const known = calendars.get(shift);
  if (known) return known;
  const { timeZone, open } = shift;
  const calendar = new WorkingCalendar({ timeZone, open, holidays: { dates: [] } });
  calendars.set(shift, calendar);
  return calendar;
}
