import type { WallSpan } from './opening-days.ts';
import type { TimeZone } from './time-zone.ts';

/** The open stretches of one year of a calendar as instants, with the open time before each. */
export class OpenYear {
  /** How long the calendar is open in this year. */
  readonly totalMs: number;
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** Open time of the year before each stretch. */
  readonly #before: Float64Array;

  /** @param spans in the order in which they begin */
  constructor(spans: readonly WallSpan[], zone: TimeZone) {
    const stretches = toStretches(spans, zone);
    this.#starts = Float64Array.from(stretches, ({ from }) => from);
    this.#ends = Float64Array.from(stretches, ({ to }) => to);
    this.#before = new Float64Array(stretches.length);
    let total = 0;
    stretches.forEach(({ from, to }, at) => {
      this.#before[at] = total;
      total += to - from;
    });
    this.totalMs = total;
  }

  /** The open time of this year before an instant, which may lie anywhere. */
  openBefore(instant: number): number {
    const at = lastNotAfter(this.#starts, instant);
    if (at < 0) return 0;
    const [start = 0, end = 0, before = 0] = [this.#starts[at], this.#ends[at], this.#before[at]];
    return before + Math.min(instant, end) - start;
  }

  /** The first instant before which the year was open for so long. @param ms above 0, at most `totalMs` */
  instantAfter(ms: number): number {
    const found = lastNotAfter(this.#before, ms);
    // A stretch that begins with exactly this much behind it comes too late: the one before it ends with it.
    const at = this.#before[found] === ms ? found - 1 : found;
    return (this.#starts[at] ?? Number.NaN) + ms - (this.#before[at] ?? 0);
  }
}

/** The position of the last number that is not above the limit; -1 when all are. */
function lastNotAfter(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Hours that the clocks skip are gone, and those that meet or overlap become one: 24x7 is one stretch a year. */
function toStretches(spans: readonly WallSpan[], zone: TimeZone): readonly WallSpan[] {
  const stretches: { from: number; to: number }[] = [];
  for (const span of spans) {
    const from = zone.firstInstantAt(span.from);
    const to = zone.firstInstantAt(span.to);
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) stretches.push({ from, to });
  }
  return stretches;
}
