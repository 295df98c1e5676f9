import type { WorkingCalendar } from './calendar.ts';
import { type ClockInterval, intervalsOf } from './clock-intervals.ts';
import { type ClockReading, readClock } from './clock-reading.ts';
import type { Moment } from './moment.ts';
import { type Phase, type PhaseRules, phasesOf } from './phases.ts';
import { type Counterpart, counterpartsIn, type ServiceLevel, type Target, targetOf, targets } from './policy.ts';

/** The rules by which clocks count. */
export interface ClockRules extends PhaseRules {
  /** By the id that policies name; a policy whose calendar is not there counts nothing. */
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
}

/**
 * How a ticket does against one target. Worked out from its history each time, never counted up.
 * Durations are milliseconds of working time.
 */
export interface SlaClock extends ClockReading {
  readonly target: Target;
  /** The policy in force, or the last that was. */
  readonly level: ServiceLevel;
  readonly targetMs: number;
  readonly state: ClockState;
  /** Whether time counts now (as far as the calendar is open), also after a breach. */
  readonly isCounting: boolean;
  /** Below zero when the target is passed. */
  readonly remainingMs: number;
  /** Oldest first, from the first counting on without a gap; the last has no end while it goes on. */
  readonly intervals: readonly ClockInterval[];
}

/**
 * `running` and `paused` are in time, `breached` is past the target and goes on, `met` and `missed` are over,
 * `cancelled` ended without a verdict.
 */
export type ClockState = 'running' | 'paused' | 'breached' | 'met' | 'missed' | 'cancelled';

export interface ClockQuestion {
  readonly moments: readonly Moment[];
  readonly rules: ClockRules;
  /** What happened later is left out, so that a clock can be read as it stood. */
  readonly now: Date;
}

/**
 * Reads one clock.
 * @param counterpart reads the agreement with a team or vendor in place of the promise to the requester
 * @returns undefined when no policy sets this target, or the ticket never came to the counterpart
 */
export function clockOf(question: ClockQuestion, target: Target, counterpart?: Counterpart): SlaClock | undefined {
  const { rules, now } = question;
  const moments = question.moments.filter(({ at }) => at <= now);
  const phases = begun(phasesOf(moments, target, rules, counterpart), rules);
  const last = phases.at(-1);
  const targetMs = targetOf(last?.level, target);
  if (!last?.level || targetMs === undefined) return undefined;
  const frame = { target, now, calendars: rules.calendars };
  const reading = readClock(phases, frame);
  let intervals: readonly ClockInterval[] | undefined;
  return {
    target,
    level: last.level,
    targetMs,
    ...reading,
    state: stateOf(last, reading),
    isCounting: last.does === 'counting',
    remainingMs: targetMs - reading.elapsedMs,
    // Only whoever explains a clock looks at them.
    get intervals() {
      intervals ??= intervalsOf(phases, frame);
      return intervals;
    },
  };
}

/** All clocks of a ticket: the requester's first, then those of each team and vendor that it came to. */
export function clocksOf(question: ClockQuestion): readonly SlaClock[] {
  return [undefined, ...counterpartsIn(question.rules.levels)].flatMap((counterpart) =>
    targets.flatMap((target) => clockOf(question, target, counterpart) ?? []),
  );
}

/** From the first counting on; without a known calendar a policy counts as none. */
function begun(phases: readonly Phase[], { calendars }: ClockRules): readonly Phase[] {
  const known = phases.map(
    ({ level, ...phase }): Phase => (level && calendars.has(level.calendar) ? { ...phase, level } : phase),
  );
  const first = known.findIndex(({ does, level }) => level && (does === 'counting' || does === 'paused'));
  return first < 0 ? [] : known.slice(first);
}

function stateOf({ does }: Phase, { breachedAt, earlierBreaches }: ClockReading): ClockState {
  if (does === 'cancelled') return 'cancelled';
  if (does === 'counting' || does === 'paused') {
    if (breachedAt) return 'breached';
    return does === 'counting' ? 'running' : 'paused';
  }
  return breachedAt || earlierBreaches.length > 0 ? 'missed' : 'met';
}
