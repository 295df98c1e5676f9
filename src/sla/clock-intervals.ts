import type { ReadingFrame } from './clock-reading.ts';
import type { Act } from './moment.ts';
import type { Phase, WaitingFor } from './phases.ts';
import { type ServiceLevel, targetOf } from './policy.ts';

/** A stretch in which a clock counted, was paused, or stood still because it was over. */
export interface ClockInterval {
  readonly kind: 'counting' | 'paused' | 'stopped';
  readonly from: Date;
  /** Absent while it goes on. */
  readonly to?: Date;
  /** What started, paused, resumed or stopped it, and who did that: a person, or `desk`. */
  readonly cause: Act;
  readonly by: string;
  readonly waitingFor?: WaitingFor;
  /** The policy in force; absent when none set this target. */
  readonly level?: ServiceLevel;
  readonly targetMs?: number;
  /** Working time of its calendar that passed meanwhile, counted or not; milliseconds. */
  readonly workingMs: number;
  /** Whether the time began at zero again. */
  readonly startsAnew: boolean;
}

/** What a clock did, without the moments that changed nothing for it. */
export function intervalsOf(phases: readonly Phase[], frame: ReadingFrame): readonly ClockInterval[] {
  const lasting = oneAtATime(phases);
  const turns = lasting.filter((phase, at) => !goesOn(lasting[at - 1], phase));
  return turns.map((phase, at) => toInterval(phase, turns[at + 1]?.from, frame));
}

/** Of several things in one instant the last one holds; that the time began at zero again is kept. */
function oneAtATime(phases: readonly Phase[]): readonly Phase[] {
  const lasting: Phase[] = [];
  for (const phase of phases) {
    const before = lasting.at(-1);
    if (before && before.from.getTime() === phase.from.getTime()) {
      lasting.pop();
      lasting.push(before.startsAnew ? startedAnewBy(before, phase) : phase);
    } else lasting.push(phase);
  }
  return lasting;
}

function startedAnewBy(before: Phase, phase: Phase): Phase {
  const { cause, by } = kindOf(before) === kindOf(phase) ? before : phase;
  return { ...phase, cause, by, startsAnew: true };
}

function goesOn(before: Phase | undefined, phase: Phase): boolean {
  return (
    before !== undefined &&
    !phase.startsAnew &&
    kindOf(before) === kindOf(phase) &&
    before.level === phase.level &&
    (kindOf(phase) !== 'paused' || isSameWait(before.waitingFor, phase.waitingFor))
  );
}

function isSameWait(one: WaitingFor | undefined, other: WaitingFor | undefined): boolean {
  return one?.reason === other?.reason && one?.vendor === other?.vendor;
}

function kindOf({ does, level }: Phase): ClockInterval['kind'] {
  return level && (does === 'counting' || does === 'paused') ? does : 'stopped';
}

function toInterval(phase: Phase, to: Date | undefined, { target, now, calendars }: ReadingFrame): ClockInterval {
  const { from, cause, by, level, waitingFor, startsAnew } = phase;
  const kind = kindOf(phase);
  const targetMs = targetOf(level, target);
  return {
    kind,
    from,
    ...(to ? { to } : {}),
    cause,
    by,
    ...(kind === 'paused' && waitingFor ? { waitingFor } : {}),
    ...(level ? { level } : {}),
    ...(targetMs === undefined ? {} : { targetMs }),
    workingMs: calendars.get(level?.calendar ?? '')?.workingTimeBetween(from, to ?? now) ?? 0,
    startsAnew,
  };
}
