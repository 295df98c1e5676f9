import type { GivenEstimate } from '../tickets/ticket.ts';

/** A time as one says it. */
export interface Amount {
  readonly unit: Unit;
  readonly count: number;
}
type Unit = 'minute' | 'hour' | 'day';

export interface RoundedEstimate {
  /** Absent when next to nothing. In the unit of `to`, or the next smaller one. */
  readonly from?: Amount;
  readonly to: Amount;
}

/**
 * An estimate in few and round numbers: down at its lower end and up at its upper one, so that it holds at least as often.
 * A day is a day of work where the time is working time.
 */
export function roundedOutwards(estimate: Pick<GivenEstimate, 'fromMs' | 'toMs' | 'workdayMs'>): RoundedEstimate {
  const dayMs = estimate.workdayMs ?? 24 * hourMs;
  const unit = unitFor(estimate.toMs, dayMs);
  const to = { unit, count: roundedUp(estimate.toMs, unit, dayMs) };
  const from = lowerEnd(estimate.fromMs, unit, dayMs);
  return from ? { from, to } : { to };
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const smaller: Readonly<Record<Unit, Unit | undefined>> = { minute: undefined, hour: 'minute', day: 'hour' };

/** Up to an hour and a half in minutes, up to a day and a half in hours. */
function unitFor(ms: number, dayMs: number): Unit {
  if (ms <= 1.5 * hourMs) return 'minute';
  return ms <= 1.5 * dayMs ? 'hour' : 'day';
}

function lowerEnd(ms: number, unit: Unit, dayMs: number): Amount | undefined {
  const count = roundedDown(ms, unit, dayMs);
  if (count > 0) return { unit, count };
  const next = smaller[unit];
  const smallCount = next ? roundedDown(ms, next, dayMs) : 0;
  return next && smallCount > 0 ? { unit: next, count: smallCount } : undefined;
}

function roundedUp(ms: number, unit: Unit, dayMs: number): number {
  if (unit !== 'minute') return Math.ceil(ms / (unit === 'hour' ? hourMs : dayMs));
  return Math.ceil(ms / (stepFor(ms) * minuteMs)) * stepFor(ms);
}

function roundedDown(ms: number, unit: Unit, dayMs: number): number {
  if (unit !== 'minute') return Math.floor(ms / (unit === 'hour' ? hourMs : dayMs));
  return Math.floor(ms / (stepFor(ms) * minuteMs)) * stepFor(ms);
}

/** Minutes are told in fives, and in tens from half an hour on. */
function stepFor(ms: number): number {
  return ms < 30 * minuteMs ? 5 : 10;
}
