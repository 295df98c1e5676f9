import { dayAfter, isDay, lengthOf, type Period } from '../reports/period.ts';
import { dayIn } from '../tickets/ticket-service.ts';

const defaultDays = 30;
/** Ten years: more than that is a slip of the keyboard. */
const mostDays = 3660;

/**
 * The days that a report is to tell of; the last 30 of the desk's own calendar when nothing is said.
 * @returns what is wrong with them, in words
 */
export function readPeriod(
  asked: { readonly since?: string; readonly until?: string },
  timeZone: string,
  now: Date,
): Period | string {
  for (const option of ['since', 'until'] as const) {
    const day = asked[option];
    if (day !== undefined && !isDay(day))
      return `--${option} ${day} is no day. Write it as YYYY-MM-DD, such as 2026-03-31.`;
  }
  const today = dayIn(timeZone, now);
  // Of days to come there is nothing to tell, and a zero would be wrong.
  const until = asked.until !== undefined && asked.until < today ? asked.until : today;
  const since = asked.since ?? dayAfter(until, 1 - defaultDays);
  if (since > until)
    return `--since ${since} is after ${until}, the last day. Let it be earlier, or give a later --until.`;
  if (lengthOf({ since, until }) > mostDays)
    return `${since} to ${until} is longer than ten years. Ask for fewer days.`;
  return { since, until };
}
