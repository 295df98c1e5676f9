import { WorkingCalendar } from './calendar.ts';
import type { CalendarRules } from './calendar-rules.ts';
import type { ClockRules } from './clock.ts';
import type { ServiceLevel } from './policy.ts';

/** What desk.yaml says of service levels. */
export interface ServiceLevelRules {
  readonly serviceLevels: readonly ServiceLevel[];
  readonly holdReasons: ClockRules['holdReasons'];
  readonly claimAnswers: boolean;
  readonly calendars: readonly (CalendarRules & { readonly id: string })[];
}

/** Calendars remember the years they were asked for, so that each desk.yaml has its own only once. */
const known = new WeakMap<ServiceLevelRules, ClockRules>();

/**
 * The rules by which clocks count; the same ones for the same desk.yaml.
 * @throws DeskError `invalid` for a calendar whose country or region has no known holidays
 */
export function clockRulesOf(config: ServiceLevelRules): ClockRules {
  const before = known.get(config);
  if (before) return before;
  const { serviceLevels, holdReasons, claimAnswers, calendars } = config;
  const rules: ClockRules = {
    levels: serviceLevels,
    holdReasons,
    claimAnswers,
    calendars: new Map(calendars.map((calendar) => [calendar.id, new WorkingCalendar(calendar)])),
  };
  known.set(config, rules);
  return rules;
}
