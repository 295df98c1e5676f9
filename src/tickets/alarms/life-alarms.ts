import { standingEstimate } from '../standing-estimate.ts';
import { isOpen, type Ticket } from '../ticket.ts';
import type { Alarm, PlainAlarm } from './alarm.ts';
import type { AlarmRules } from './alarm-rules.ts';
import { whenLoud } from './quiet-hours.ts';
import { hasRung, lastChange, rungAt, stamp } from './rung.ts';

/** What else happens by itself in a ticket's life. */
export function lifeAlarms(ticket: Ticket, rules: AlarmRules): readonly Alarm[] {
  if (isOpen(ticket))
    return [
      ...assignment(ticket, rules),
      ...waking(ticket),
      ...asking(ticket, rules),
      ...promised(ticket, rules),
      ...snoozed(ticket),
      ...outlived(ticket),
    ];
  return [...asked(ticket, rules), ...closing(ticket, rules)];
}

/** Only a ticket that came in or was handed on; what somebody has given back waits to be claimed. */
function assignment(ticket: Ticket, { teams }: AlarmRules): readonly PlainAlarm[] {
  const isByItself = teams.find(({ id }) => id === ticket.team)?.assign !== undefined;
  const entry = lastChange(ticket.history, 'status') ?? ticket.history[0];
  const isFresh = entry?.move === 'open' || entry?.move === 'escalateTeam';
  if (ticket.status !== 'new' || !isByItself || !isFresh) return [];
  return [{ kind: 'assign', id: `assign:${stamp(entry.at)}`, at: entry.at }];
}

/** A hold with a date ends on it. */
function waking({ status, hold }: Ticket): readonly PlainAlarm[] {
  if (status !== 'on_hold' || !hold?.until) return [];
  return [{ kind: 'wake', id: `wake:${stamp(hold.since)}`, at: hold.until }];
}

/**
 * Who does not answer is asked twice, then the ticket is resolved; each step leaves the time between that desk.yaml
 * gives, however late the one before it was.
 */
function asking(ticket: Ticket, rules: AlarmRules): readonly PlainAlarm[] {
  const { hold, priority } = ticket;
  if (ticket.status !== 'on_hold' || hold?.reason !== 'requester' || !rules.noAnswer) return [];
  const { askAfterMs, askAgainAfterMs, resolveAfterMs } = rules.noAnswer;
  const at = (from: Date, ms: number) => whenLoud(new Date(from.getTime() + ms), priority, rules);
  const [first, second] = [1, 2].map((count) => `ask:${count}:${stamp(hold.since)}`) as [string, string];
  const firstAt = rungAt(ticket, first);
  if (!firstAt) return [{ kind: 'ask', id: first, at: at(hold.since, askAfterMs) }];
  const secondAt = rungAt(ticket, second);
  if (!secondAt) return [{ kind: 'ask', id: second, at: at(firstAt, askAgainAfterMs - askAfterMs) }];
  const id = `noAnswer:${stamp(hold.since)}`;
  return [{ kind: 'noAnswer', id, at: at(secondAt, resolveAfterMs - askAgainAfterMs) }];
}

function promised(ticket: Ticket, { promises }: AlarmRules): readonly Alarm[] {
  return ticket.promises.flatMap(({ id, state, madeAt, dueAt }): Alarm[] => {
    if (state !== 'open') return [];
    const soon = `promiseSoon:${id}`;
    const soonAt = new Date(dueAt.getTime() - promises.remindBeforeMs);
    const isReminded = soonAt > madeAt && !hasRung(ticket, soon);
    return [
      ...(isReminded ? [{ kind: 'promiseSoon', id: soon, at: soonAt, promise: id } as const] : []),
      { kind: 'promiseMissed', id: `promiseMissed:${id}`, at: dueAt, promise: id },
    ];
  });
}

function snoozed(ticket: Ticket): readonly PlainAlarm[] {
  const { snooze } = ticket;
  if (!snooze) return [];
  const id = `snoozeOver:${stamp(snooze.until)}`;
  return hasRung(ticket, id) ? [] : [{ kind: 'snoozeOver', id, at: snooze.until }];
}

/** An estimate that has proved wrong is taken off the cards. */
function outlived(ticket: Ticket): readonly PlainAlarm[] {
  const endsAt = standingEstimate(ticket)?.endsAt;
  if (!endsAt || hasRung(ticket, 'estimateOver')) return [];
  return [{ kind: 'estimateOver', id: 'estimateOver', at: new Date(endsAt.getTime() + 1) }];
}

/** Whether a requester is asked how it went. */
export function isSurveyed({
  status,
  resolution,
  mergedInto,
  outage,
}: Pick<Ticket, 'status' | 'resolution' | 'mergedInto' | 'outage'>): boolean {
  const isEnded = status === 'resolved' || status === 'closed';
  // Those who reported an outage are asked, each about their own ticket; who declared it is not.
  return (
    isEnded &&
    outage === undefined &&
    mergedInto === undefined &&
    resolution !== undefined &&
    !unasked.includes(resolution.code)
  );
}

/** Nobody was helped, so that there is nothing to ask about. */
const unasked: readonly string[] = ['duplicate'];

function asked(ticket: Ticket, rules: AlarmRules): readonly PlainAlarm[] {
  const { resolvedAt, priority } = ticket;
  if (!rules.survey || !resolvedAt || !isSurveyed(ticket)) return [];
  const id = `survey:${stamp(resolvedAt)}`;
  const entry = ticket.history.find(({ alarm }) => alarm === id);
  const loud = (from: Date, ms: number) => whenLoud(new Date(from.getTime() + ms), priority, rules);
  if (!entry) return [{ kind: 'survey', id, at: loud(resolvedAt, rules.survey.afterMs) }];
  const again = `surveyAgain:${stamp(resolvedAt)}`;
  if (entry.move !== 'survey' || hasRung(ticket, again)) return [];
  return [{ kind: 'surveyAgain', id: again, at: loud(entry.at, rules.survey.remindAfterMs) }];
}

function closing({ status, resolvedAt }: Ticket, { autoCloseAfterMs }: AlarmRules): readonly PlainAlarm[] {
  if (status !== 'resolved' || !resolvedAt) return [];
  return [{ kind: 'close', id: `close:${stamp(resolvedAt)}`, at: new Date(resolvedAt.getTime() + autoCloseAfterMs) }];
}
