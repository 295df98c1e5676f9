import { type ClockRules, clocksOf, type SlaClock } from '../../sla/clock.ts';
import { clockRulesOf } from '../../sla/clock-rules.ts';
import { momentsOf } from '../../sla/moments-of.ts';
import { slaOf } from '../sla-of.ts';
import { isStill } from '../still.ts';
import type { Ticket, TicketSla } from '../ticket.ts';
import type { Alarm } from './alarm.ts';
import type { AlarmRules } from './alarm-rules.ts';
import { lifeAlarms } from './life-alarms.ts';
import { nudgeAlarms } from './nudge-alarms.ts';
import { thresholdAlarms } from './threshold-alarms.ts';

/** What a ticket's history comes to under the desk.yaml of now. */
export interface Reckoning {
  /** As of when. */
  readonly at: Date;
  readonly clocks: readonly SlaClock[];
  readonly sla: TicketSla;
  /** What has not rung yet, the earliest first. */
  readonly alarms: readonly Alarm[];
}

/** Reads clocks and alarms off a ticket; nothing of it is counted up anywhere. */
export function reckon(ticket: Ticket, rules: AlarmRules, now: Date): Reckoning {
  const moments = momentsOf(ticket, ticket.groups);
  return reckonFrom(clocksOf({ moments, rules: clockRulesOf(rules), now }), ticket, rules, now);
}

/** The same after an entry that no clock looks at: they show what they did before it. */
export function reckonAgain({ clocks, at }: Reckoning, ticket: Ticket, rules: AlarmRules): Reckoning {
  return reckonFrom(clocks, ticket, rules, at);
}

function reckonFrom(clocks: readonly SlaClock[], ticket: Ticket, rules: AlarmRules, now: Date): Reckoning {
  const clockRules = clockRulesOf(rules);
  const promises = clocks.filter(({ level }) => level.with === undefined);
  const hours = hoursOf(promises.at(-1)?.level.calendar, clockRules);
  const alarms: readonly Alarm[] = [
    ...thresholdAlarms(ticket, clocks, rules, clockRules, now),
    ...nudgeAlarms(ticket, hours, rules, now),
    ...lifeAlarms(ticket, rules),
  ];
  return {
    at: now,
    clocks,
    sla: slaOf(promises),
    alarms: isStill(ticket) ? [] : alarms.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
  };
}

function hoursOf(calendar: string | undefined, { calendars }: ClockRules) {
  return calendar === undefined ? undefined : calendars.get(calendar);
}
