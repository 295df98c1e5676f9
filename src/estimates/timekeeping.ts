import type { CalendarConfig, ServiceLevelConfig } from '../config/desk-config.ts';
import { WorkingCalendar } from '../sla/calendar.ts';
import type { CalendarRules } from '../sla/calendar-rules.ts';
import { clockRulesOf, type ServiceLevelRules } from '../sla/clock-rules.ts';
import { levelFor, type TicketFacts } from '../sla/policy.ts';

/** What desk.yaml says of how time is counted. */
export interface TimeRules extends ServiceLevelRules {
  readonly serviceLevels: readonly ServiceLevelConfig[];
  readonly calendars: readonly CalendarConfig[];
}

/** The calendar by which the time until a ticket is resolved is told. */
export interface Timekeeping {
  /** Of the calendar. */
  readonly id: string;
  readonly calendar: WorkingCalendar;
  /** The working time of one day, on average; absent when the time runs around the clock. */
  readonly workdayMs?: number;
}

/**
 * The calendar of the service level that the requester is promised; around the clock without one. Waiting for a vendor,
 * a change or an answer counts, though it pauses the promise: the requester waits all the same.
 */
export function timekeepingFor(rules: TimeRules, facts: TicketFacts): Timekeeping {
  const id = levelFor(rules.serviceLevels, facts)?.calendar;
  const calendar = id === undefined ? undefined : clockRulesOf(rules).calendars.get(id);
  const hours = rules.calendars.find((one) => one.id === id);
  if (id === undefined || !calendar || !hours) return aroundTheClock;
  const workdayMs = workdayOf(hours.open);
  return { id, calendar, ...(workdayMs === undefined ? {} : { workdayMs }) };
}

const aroundTheClock: Timekeeping = {
  id: '',
  calendar: new WorkingCalendar({ timeZone: 'UTC', open: '24x7', holidays: { dates: [] } }),
};

function workdayOf(open: CalendarRules['open']): number | undefined {
  if (open === '24x7') return undefined;
  const days = Object.values(open).map((hours) => hours.reduce((sum, { from, to }) => sum + to - from, 0));
  const openDays = days.filter((minutes) => minutes > 0);
  const weekMinutes = openDays.reduce((sum, minutes) => sum + minutes, 0);
  if (weekMinutes === 0 || weekMinutes >= 7 * 24 * 60) return undefined;
  return (weekMinutes / openDays.length) * 60_000;
}
