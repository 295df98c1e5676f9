import type { ClockRules, SlaClock } from '../../sla/clock.ts';
import type { Ticket } from '../ticket.ts';
import type { ThresholdAlarm } from './alarm.ts';
import type { AlarmRules, Reminder } from './alarm-rules.ts';
import { stamp } from './rung.ts';

/**
 * The threshold that each clock of a ticket rings next: the highest that it has passed and that nobody was told of, else
 * the one that comes. That a target is passed always rings, if only to be kept.
 */
export function thresholdAlarms(
  ticket: Ticket,
  clocks: readonly SlaClock[],
  rules: AlarmRules,
  { calendars }: ClockRules,
  now: Date,
): readonly ThresholdAlarm[] {
  const isPaused = ticket.status === 'on_hold' && rules.holdReasons[ticket.hold?.reason ?? ''] === 'paused';
  const isSnoozed = ticket.snooze !== undefined && ticket.snooze.until > now;
  return clocks
    .filter((clock) => clock.isCounting && (!isPaused || isOfVendor(clock)))
    .flatMap((clock) => {
      const ahead = thresholdsAhead(ticket, clock, rules.reminders).filter(
        ({ atPercent }) => !isSnoozed || atPercent >= 100,
      );
      const passed = ahead.filter((threshold) => clock.elapsedMs >= neededMs(clock, threshold));
      const highest = passed.at(-1);
      if (highest) return alarmOf(clock, highest, passed, now);
      const [next] = ahead;
      const calendar = calendars.get(clock.level.calendar);
      const at = next && calendar?.addWorkingTime(now, neededMs(clock, next) - clock.elapsedMs);
      return next && at ? alarmOf(clock, next, [next], at) : [];
    });
}

/** A target is passed when more than all of its time has. */
function neededMs({ targetMs }: SlaClock, { atPercent }: Reminder): number {
  const share = (targetMs * atPercent) / 100;
  return atPercent < 100 ? Math.ceil(share) : Math.floor(share) + 1;
}

function alarmOf(clock: SlaClock, threshold: Reminder, passed: readonly Reminder[], at: Date): ThresholdAlarm {
  const { target, dueAt, level } = clock;
  return {
    kind: 'threshold',
    id: `${idStart(clock)}${level.id}:${threshold.atPercent}${idEnd(clock)}`,
    at,
    target,
    percent: threshold.atPercent,
    ...(dueAt ? { dueAt } : {}),
    tell: threshold.tell,
    isBreach: passed.some(({ atPercent }) => atPercent >= 100),
    escalates: level.with === undefined && passed.some(({ escalate }) => escalate === 'up'),
    ...(level.with ? { counterpart: counterpartOf(clock) } : {}),
  };
}

/** Lowest first: those above what has rung by now, of a clock under its present policy. */
function thresholdsAhead(ticket: Ticket, clock: SlaClock, reminders: readonly Reminder[]): readonly Reminder[] {
  const all = reminders.some(({ atPercent }) => atPercent === 100) ? reminders : [...reminders, keepsBreach];
  const inOrder = all.toSorted((one, other) => one.atPercent - other.atPercent);
  const rung = rungOf(ticket, clock);
  const here = Math.max(0, ...rung.filter(({ policy }) => policy === clock.level.id).map(({ percent }) => percent));
  const anywhere = Math.max(0, ...rung.map(({ percent }) => percent));
  // What was passed already when another policy came into force rings only if it is worse than what was told before.
  const atEntry = Math.max(
    0,
    ...inOrder.filter((one) => elapsedAtEntry(clock) >= neededMs(clock, one)).map((one) => one.atPercent),
  );
  const floor = Math.max(here, atEntry <= anywhere ? atEntry : 0);
  return inOrder.filter(({ atPercent }) => atPercent > floor);
}

const keepsBreach: Reminder = { atPercent: 100, tell: [] };

interface Rung {
  readonly policy: string;
  readonly percent: number;
}

/** What has rung of this clock, under whichever policy, since it last began at zero. */
function rungOf({ history }: Ticket, clock: SlaClock): readonly Rung[] {
  const [start, end] = [idStart(clock), idEnd(clock)];
  return history.flatMap(({ alarm }) => {
    if (!alarm?.startsWith(start) || !alarm.endsWith(end)) return [];
    const [policy = '', percent = ''] = alarm.slice(start.length, -end.length).split(':');
    return [{ policy, percent: Number(percent) }];
  });
}

function idStart(clock: SlaClock): string {
  return `sla:${clock.target}${clock.level.with ? `~${counterpartOf(clock)}` : ''}@`;
}

/** When it last began at zero: the `update` clock does with every answer. */
function idEnd({ intervals }: SlaClock): string {
  const begun = intervals.findLast(({ startsAnew }) => startsAnew) ?? intervals[0];
  return `:${begun ? stamp(begun.from) : '0'}`;
}

function elapsedAtEntry({ intervals, level }: SlaClock): number {
  let elapsed = 0;
  let atEntry = 0;
  let policy: string | undefined;
  for (const interval of intervals) {
    if (interval.startsAnew) elapsed = 0;
    if (interval.level && interval.level.id !== policy) {
      policy = interval.level.id;
      atEntry = elapsed;
    }
    if (interval.kind === 'counting') elapsed += interval.workingMs;
  }
  return policy === level.id ? atEntry : 0;
}

function isOfVendor({ level }: SlaClock): boolean {
  return level.with !== undefined && 'vendor' in level.with;
}

function counterpartOf({ level }: SlaClock): string {
  const bound = level.with;
  if (!bound) return '';
  if ('vendor' in bound) return `vendor.${bound.vendor}`;
  return bound.towards ? `team.${bound.team}.${bound.towards}` : `team.${bound.team}`;
}
