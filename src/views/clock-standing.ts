import { type Span, spansOf, type Text } from '../chat/text.ts';
import type { SlaClock } from '../sla/clock.ts';
import type { Explanation } from '../sla/explain.ts';
import { duration } from '../words/durations.ts';
import { dateSpan } from './dates.ts';
import { isDueSoon } from './due-text.ts';
import type { ViewContext } from './view-context.ts';

/** How a clock stands, in sentences: in time or not, how much of its time is used, how much is left, when it is due. */
export function clockStanding(clock: SlaClock, { pausedMs }: Explanation, context: ViewContext): readonly Span[] {
  const { pausedInAll, lateBefore } = context.words.explanation;
  const late = clock.earlierBreaches.length;
  const goesOn = clock.state === 'running' || clock.state === 'paused' || clock.state === 'breached';
  return [
    ...spansOf(standing(clock, context)),
    ...(late > 0 && goesOn ? [' ', ...spansOf(lateBefore(late))] : []),
    ...(pausedMs > 0 ? [' ', ...spansOf(pausedInAll(duration(pausedMs)))] : []),
  ];
}

function standing(clock: SlaClock, context: ViewContext): Text {
  const { explanation } = context.words;
  const used = duration(clock.elapsedMs);
  const left = duration(clock.remainingMs);
  switch (clock.state) {
    case 'running':
      return running(clock, context);
    case 'paused':
      return explanation.paused(used, left);
    case 'breached':
      return explanation.overdue(passed(clock, context), used, over(clock));
    case 'met':
      return clock.target === 'update' ? explanation.updatesMet : explanation.met(used);
    case 'missed':
      return clock.target === 'update'
        ? explanation.updatesMissed(clock.earlierBreaches.length + (clock.breachedAt ? 1 : 0))
        : explanation.missed(passed(clock, context), used, over(clock));
    case 'cancelled':
      return explanation.cancelled;
  }
}

function running(clock: SlaClock, context: ViewContext): Text {
  const { inTime, dueSoon, neverDue } = context.words.explanation;
  const { elapsedMs, remainingMs, targetMs, dueAt } = clock;
  const [used, left] = [duration(elapsedMs), duration(remainingMs)];
  if (!dueAt) return neverDue(used, left);
  const due = dateSpan(dueAt, 'dateTime', context);
  return isDueSoon(remainingMs, targetMs) ? dueSoon(used, left, due) : inTime(used, left, due);
}

function passed({ breachedAt, dueAt }: SlaClock, context: ViewContext): Span {
  return dateSpan(breachedAt ?? dueAt ?? context.now, 'dateTime', context);
}

/** A target can be passed in the evening, before any more working time has gone by. */
function over({ remainingMs }: SlaClock): string {
  return duration(-remainingMs);
}
