import type { SlaClock } from './clock.ts';
import type { ClockInterval } from './clock-intervals.ts';
import type { Act } from './moment.ts';
import type { WaitingFor } from './phases.ts';
import type { ServiceLevel } from './policy.ts';

/** Why a clock shows what it shows: the facts from which words are made. Durations are milliseconds. */
export interface Explanation
  extends Pick<
    SlaClock,
    'target' | 'state' | 'targetMs' | 'elapsedMs' | 'remainingMs' | 'dueAt' | 'breachedAt' | 'earlierBreaches'
  > {
  /** The policy in force. */
  readonly policy: string;
  /** By what it fits the ticket; nothing when it fits every one. */
  readonly because: ServiceLevel['when'];
  readonly calendar: string;
  /** Working time that did not count because the ticket waited, in all. */
  readonly pausedMs: number;
  /** Oldest first. */
  readonly lines: readonly ExplanationLine[];
}

/** One line of the story of a clock. */
export type ExplanationLine =
  /** It began, went on after a pause or a stop, began at zero again, or ended. `because` says by which act. */
  | {
      readonly tells: 'started' | 'resumed' | 'startedAnew' | 'stopped';
      readonly at: Date;
      readonly by: string;
      readonly because: Act;
    }
  /** Another policy came into force; the time that had counted stays. */
  | {
      readonly tells: 'retargeted';
      readonly at: Date;
      readonly by: string;
      readonly because: Act;
      readonly from: Aim;
      readonly to: Aim;
    }
  | ({ readonly tells: 'counted' } & Lasting)
  /** `by` paused it: _Paused 3 h 10 min while waiting for Dana_. */
  | ({ readonly tells: 'paused'; readonly by: string; readonly waitingFor?: WaitingFor } & Lasting)
  | { readonly tells: 'breached'; readonly at: Date };

interface Lasting {
  readonly from: Date;
  /** Absent while it goes on. */
  readonly to?: Date;
  /** Working time of the calendar. */
  readonly workingMs: number;
}

export interface Aim {
  readonly policy: string;
  readonly targetMs: number;
}

/** Tells how a clock came to what it shows. */
export function explain(clock: SlaClock): Explanation {
  const { target, state, level, targetMs, elapsedMs, remainingMs, dueAt, breachedAt, earlierBreaches } = clock;
  const paused = clock.intervals.filter(({ kind }) => kind === 'paused');
  return {
    target,
    state,
    policy: level.id,
    because: level.when,
    calendar: level.calendar,
    targetMs,
    elapsedMs,
    remainingMs,
    ...(dueAt ? { dueAt } : {}),
    ...(breachedAt ? { breachedAt } : {}),
    earlierBreaches,
    pausedMs: paused.reduce((sum, { workingMs }) => sum + workingMs, 0),
    lines: withBreaches(
      clock.intervals.flatMap((interval, at) => linesOf(interval, clock.intervals[at - 1])),
      [...earlierBreaches, ...(breachedAt ? [breachedAt] : [])],
    ),
  };
}

function linesOf(interval: ClockInterval, before: ClockInterval | undefined): readonly ExplanationLine[] {
  const { from, to, by, cause, workingMs, waitingFor } = interval;
  const lasting = { from, ...(to ? { to } : {}), workingMs };
  const event = { at: from, by, because: cause };
  switch (interval.kind) {
    case 'stopped':
      return [{ tells: 'stopped', ...event }];
    case 'paused':
      return [
        ...retargeted(interval, before),
        { tells: 'paused', by, ...(waitingFor ? { waitingFor } : {}), ...lasting },
      ];
    case 'counting':
      return [...beginning(interval, before), ...retargeted(interval, before), { tells: 'counted', ...lasting }];
  }
}

function beginning(interval: ClockInterval, before: ClockInterval | undefined): readonly ExplanationLine[] {
  const event = { at: interval.from, by: interval.by, because: interval.cause };
  if (!before) return [{ tells: 'started', ...event }];
  if (interval.startsAnew) return [{ tells: 'startedAnew', ...event }];
  return before.kind === 'counting' ? [] : [{ tells: 'resumed', ...event }];
}

function retargeted(interval: ClockInterval, before: ClockInterval | undefined): readonly ExplanationLine[] {
  const [from, to] = [aimOf(before), aimOf(interval)];
  if (!from || !to || (from.policy === to.policy && from.targetMs === to.targetMs)) return [];
  return [{ tells: 'retargeted', at: interval.from, by: interval.by, because: interval.cause, from, to }];
}

function aimOf(interval: ClockInterval | undefined): Aim | undefined {
  if (!interval?.level || interval.targetMs === undefined) return undefined;
  return { policy: interval.level.id, targetMs: interval.targetMs };
}

/** A breach stands after the line in whose time it came. */
function withBreaches(lines: readonly ExplanationLine[], breaches: readonly Date[]): readonly ExplanationLine[] {
  return breaches.reduce<readonly ExplanationLine[]>((told, at) => {
    const after = told.findLastIndex((line) => beginOf(line) <= at);
    return [...told.slice(0, after + 1), { tells: 'breached', at }, ...told.slice(after + 1)];
  }, lines);
}

function beginOf(line: ExplanationLine): Date {
  return 'at' in line ? line.at : line.from;
}
