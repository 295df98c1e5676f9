import type { WorkingCalendar } from '../../sla/calendar.ts';
import type { MoveName } from '../history.ts';
import type { Ticket } from '../ticket.ts';
import type { NudgeAlarm } from './alarm.ts';
import type { AlarmRules } from './alarm-rules.ts';
import { hasRung, stamp, statusSince } from './rung.ts';

/** Where time is not counted by any service level, it is every hour that counts. */
type Hours = Pick<WorkingCalendar, 'addWorkingTime' | 'workingTimeBetween'> | undefined;

/** Tickets that nobody has, that nothing happens to, that wait too long. */
export function nudgeAlarms(ticket: Ticket, hours: Hours, rules: AlarmRules, now: Date): readonly NudgeAlarm[] {
  switch (ticket.status) {
    case 'new':
      return unclaimed(ticket, hours, rules, now);
    case 'in_progress':
      return stale(ticket, hours, rules);
    case 'on_hold':
      return parked(ticket, rules);
    default:
      return [];
  }
}

/** Again and again; after a stop of the desk only the last of those that were missed. */
function unclaimed(ticket: Ticket, hours: Hours, { nudges }: AlarmRules, now: Date): readonly NudgeAlarm[] {
  if (!nudges.unclaimed) return [];
  const { afterMs, againMs } = nudges.unclaimed;
  const since = statusSince(ticket);
  const idOf = (count: number) => `unclaimed:${count}:${stamp(since)}`;
  const rung = ticket.history.filter(({ alarm }) => alarm?.startsWith('unclaimed:') && alarm.endsWith(stamp(since)));
  const told = Math.max(0, ...rung.map(({ alarm }) => Number(alarm?.split(':')[1])));
  const passed = againMs
    ? Math.floor((elapsed(hours, since, now) - afterMs) / againMs) + 1
    : Number(elapsed(hours, since, now) >= afterMs);
  const count = Math.max(passed, told + 1);
  if (!againMs && told > 0) return [];
  const at = later(hours, since, afterMs + (count - 1) * (againMs ?? 0));
  return at ? [{ kind: 'unclaimed', id: idOf(count), at, since }] : [];
}

function stale(ticket: Ticket, hours: Hours, { nudges }: AlarmRules): readonly NudgeAlarm[] {
  if (!nudges.stale) return [];
  const since = ticket.history.findLast(({ move }) => !passive.includes(move))?.at ?? ticket.openedAt;
  const id = `stale:${stamp(since)}`;
  const due = later(hours, since, nudges.stale.afterMs);
  return due && !hasRung(ticket, id) ? [{ kind: 'stale', id, at: unlessSnoozed(ticket, due), since }] : [];
}

/** What time alone does to a ticket is nothing that happens to it. */
const passive: readonly MoveName[] = ['remind', 'breach', 'survey', 'missPromise', 'consider'];

function parked(ticket: Ticket, { parkedAtMostMs }: AlarmRules): readonly NudgeAlarm[] {
  const { hold } = ticket;
  const atMostMs = hold && parkedAtMostMs[hold.reason];
  if (!hold || atMostMs === undefined) return [];
  const id = `parked:${stamp(hold.since)}`;
  const at = new Date(hold.since.getTime() + atMostMs);
  return hasRung(ticket, id) ? [] : [{ kind: 'parked', id, at, since: hold.since }];
}

function unlessSnoozed({ snooze }: Ticket, at: Date): Date {
  return snooze && snooze.until > at ? snooze.until : at;
}

function elapsed(hours: Hours, from: Date, to: Date): number {
  return hours ? hours.workingTimeBetween(from, to) : to.getTime() - from.getTime();
}

function later(hours: Hours, from: Date, ms: number): Date | undefined {
  return hours ? hours.addWorkingTime(from, ms) : new Date(from.getTime() + ms);
}
