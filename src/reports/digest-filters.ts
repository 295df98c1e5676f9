import type { DeskConfig } from '../config/desk-config.ts';
import { openStatuses } from '../tickets/ticket.ts';
import { dayIn } from '../tickets/ticket-service.ts';
import type { Reader } from '../tickets/ticket-store.ts';
import { type DigestFigure, stuckAfterMs } from './digest-content.ts';
import type { Stretch } from './digest-edition.ts';
import type { DigestQuestion } from './digest-store.ts';

/** A condition on tickets, in the database's words. */
export type Filter = Readonly<Record<string, unknown>>;
type Rules = Pick<DeskConfig, 'desk' | 'parkedAtMostMs'>;

/** The tickets that a figure counts, those of its scope alone. */
export function figureFilter(question: DigestQuestion, figure: DigestFigure, rules: Rules): Filter {
  return { $and: [scopeFilter(question), filterOf(question, figure, rules)] };
}

export function scopeFilter({ scope }: Pick<DigestQuestion, 'scope'>): Filter {
  return scope.teams ? { team: { $in: scope.teams } } : {};
}

/** The tickets that somebody may know of, as `maySee` says. */
export function readerFilter({ id, agentOf, seesAll }: Reader): Filter {
  const own = [{ requester: id }, { watchers: id }, { assignee: id }];
  return { $or: seesAll ? [{ confidential: false }, ...own, { team: { $in: agentOf } }] : own };
}

/** Opened or resolved in a stretch of time; the day is there for the index. */
export function happened(what: 'opened' | 'resolved', { from, to }: Stretch, { desk }: Pick<Rules, 'desk'>): Filter {
  const days = { $gte: dayIn(desk.timeZone, from), $lte: dayIn(desk.timeZone, to) };
  return { [`${what}Day`]: days, [`${what}At`]: { $gte: from, $lt: to } };
}

function filterOf({ edition, now }: DigestQuestion, figure: DigestFigure, rules: Rules): Filter {
  const isOpen = { status: { $in: openStatuses } };
  switch (figure) {
    case 'opened':
    case 'resolved':
      return happened(figure, edition.period, rules);
    case 'open':
      return isOpen;
    case 'overdue':
      return { $and: [isOpen, { $or: isPast(now) }] };
    case 'dueToday':
      return { $and: [isOpen, { 'sla.next.dueAt': { $gt: now, $lt: edition.dayEndsAt } }, { $nor: isPast(now) }] };
    case 'stuck':
      return { $or: [isUntouched(now), ...areParked(now, rules)] };
  }
}

/** A target that counts is past, or was when the clock was stopped for a while. */
function isPast(now: Date): readonly Filter[] {
  const targets = ['respond', 'update', 'resolve'];
  return [{ 'sla.next.dueAt': { $lte: now } }, ...targets.map((target) => ({ [`sla.${target}.state`]: 'breached' }))];
}

/** New or in progress, and no person has done anything. */
function isUntouched(now: Date): Filter {
  const since = new Date(now.getTime() - stuckAfterMs);
  const deeds = { $elemMatch: { at: { $gt: since }, by: { $ne: 'desk' } } };
  return { status: { $in: ['new', 'in_progress'] }, history: { $not: deeds } };
}

function areParked(now: Date, { parkedAtMostMs }: Rules): readonly Filter[] {
  return Object.entries(parkedAtMostMs).map(([reason, ms]) => ({
    status: 'on_hold',
    'hold.reason': reason,
    'hold.since': { $lte: new Date(now.getTime() - ms) },
  }));
}
