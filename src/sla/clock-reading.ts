import type { WorkingCalendar } from './calendar.ts';
import type { Phase } from './phases.ts';
import { type Target, targetOf } from './policy.ts';

/** What a clock shows. */
export interface ClockReading {
  /** Working time that has counted, since it last started anew. */
  readonly elapsedMs: number;
  /** When the target is passed if nothing changes, or was to be met. Absent when a pause in time was the last thing. */
  readonly dueAt?: Date;
  /** Since when the target is passed. A target that is met at its due instant is not breached. */
  readonly breachedAt?: Date;
  /** Breaches before the clock last started anew: of an `update` that came late. */
  readonly earlierBreaches: readonly Date[];
}

export interface ReadingFrame {
  readonly target: Target;
  readonly now: Date;
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
}

interface Hand {
  elapsedMs: number;
  targetMs: number;
  dueAt: Date | undefined;
  breachedAt: Date | undefined;
  earlierBreaches: Date[];
}

/** Goes through a clock's phases in order and reads its hands at the end. */
export function readClock(phases: readonly Phase[], frame: ReadingFrame): ClockReading {
  const hand: Hand = {
    elapsedMs: 0,
    targetMs: Number.POSITIVE_INFINITY,
    dueAt: undefined,
    breachedAt: undefined,
    earlierBreaches: [],
  };
  phases.forEach((phase, at) => {
    if (phase.startsAnew) startAnew(hand);
    const targetMs = targetOf(phase.level, frame.target);
    if (targetMs === undefined) return;
    if (phase.does === 'counting' || phase.does === 'paused') retarget(hand, targetMs, phase.from);
    if (phase.does === 'counting') count(hand, phase, phases[at + 1]?.from ?? frame.now, frame);
    if (phase.does === 'paused') hand.dueAt = hand.breachedAt;
  });
  const { elapsedMs, dueAt, breachedAt, earlierBreaches } = hand;
  return { elapsedMs, ...(dueAt ? { dueAt } : {}), ...(breachedAt ? { breachedAt } : {}), earlierBreaches };
}

function startAnew(hand: Hand): void {
  if (hand.breachedAt) hand.earlierBreaches.push(hand.breachedAt);
  hand.elapsedMs = 0;
  hand.breachedAt = undefined;
}

/** A target, where it is another one, keeps the time that has counted: it may be passed at once, or not be passed any more. */
function retarget(hand: Hand, targetMs: number, at: Date): void {
  hand.targetMs = targetMs;
  if (hand.elapsedMs < targetMs) hand.breachedAt = undefined;
  if (hand.elapsedMs > targetMs) hand.breachedAt ??= at;
}

function count(hand: Hand, { from, level }: Phase, to: Date, { calendars }: ReadingFrame): void {
  const calendar = calendars.get(level?.calendar ?? '');
  if (!calendar) return;
  hand.dueAt = hand.breachedAt ?? calendar.addWorkingTime(from, Math.max(0, hand.targetMs - hand.elapsedMs));
  if (hand.dueAt && hand.dueAt < to) hand.breachedAt ??= hand.dueAt;
  hand.elapsedMs += calendar.workingTimeBetween(from, to);
}
