import type { WorkingCalendar } from '../sla/calendar.ts';
import type { Estimate } from '../tickets/ticket.ts';
import { estimateFrom } from './estimate-from.ts';

/** From being raised to the resolution that stood. */
export interface Span {
  readonly openedAt: Date;
  readonly resolvedAt: Date;
}

/** How long resolved tickets took that have something in common. */
export interface Past {
  /** Working time, of the last resolved first. */
  readonly durationsMs: readonly number[];
  /** When the first of them all was raised, also of those that are too many for `durationsMs`. */
  readonly since: Date | undefined;
}

/**
 * What past tickets say of the next one, in working time of a calendar.
 *
 * They are taken by when they were *resolved*: taken by when they were raised, those that are still open, the longest,
 * would be missing. They are missing all the same as long as a desk is young, when only what is quick has been resolved
 * yet; so nothing is said before the tickets reach back several times as far as the longest of what is said.
 * @returns undefined when they are too few, too young, or took no working time
 */
export function estimateOf({ durationsMs, since }: Past, calendar: WorkingCalendar, now: Date): Estimate | undefined {
  const estimate = estimateFrom(durationsMs);
  if (!estimate || !since || estimate.toMs === 0) return undefined;
  const reachMs = calendar.workingTimeBetween(since, now);
  return reachMs >= reachesBack * estimate.toMs ? estimate : undefined;
}

/** With tails as long as in real life, a young desk's estimates hold from about here on. */
const reachesBack = 5;

/** Working time from the raising of a ticket to its resolution, with all that it waited. */
export function durationMs({ openedAt, resolvedAt }: Span, calendar: WorkingCalendar): number {
  return calendar.workingTimeBetween(openedAt, resolvedAt);
}
