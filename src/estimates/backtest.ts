import type { WorkingCalendar } from '../sla/calendar.ts';
import type { TicketFacts } from '../sla/policy.ts';
import type { Estimate, Likeness } from '../tickets/ticket.ts';
import { durationMs, estimateOf, type Past, type Span } from './estimate-of.ts';
import { type Comparable, likenessesOf, looksAtConfidential, mostTickets, windowMs } from './likeness.ts';
import type { Timekeeping } from './timekeeping.ts';

/** A ticket of the desk's history, as it is now and as it was raised. */
export interface PastTicket extends Comparable {
  readonly confidential: boolean;
  readonly openedAt: Date;
  /** Absent while it is open. */
  readonly resolvedAt?: Date;
  readonly asRaised: Comparable & TicketFacts;
}

export interface BacktestQuestion {
  /** In any order; some that were resolved half a year and more before `since` are needed to learn from. */
  readonly tickets: readonly PastTicket[];
  /** What was resolved since then is judged. */
  readonly since: Date;
  readonly now: Date;
  readonly timekeepingFor: (facts: TicketFacts) => Timekeeping;
}

/** What the estimates of the past were worth. */
export interface Backtest {
  readonly all: Tally;
  /** By what the estimate was learnt from, the largest first. */
  readonly groups: readonly { readonly like: Likeness; readonly tally: Tally }[];
  /** Judged tickets that got no estimate. */
  readonly withoutEstimate: number;
  /** Tickets that are still open and have outlived their estimate; not in the tallies. */
  readonly overdue: number;
}

/** Tickets that had an estimate, and how they did. */
export interface Tally {
  readonly tickets: number;
  readonly sooner: number;
  readonly inside: number;
  readonly later: number;
  /** Milliseconds of working time between the two ends, on average; 0 without tickets. */
  readonly meanWidthMs: number;
}

/**
 * Walks through the past: each ticket gets the estimate that it would have got from what had been resolved when it was
 * raised, and is then held against it.
 */
export function backtest({ tickets, since, now, timekeepingFor }: BacktestQuestion): Backtest {
  const lessons = tickets
    .filter(isResolved)
    .sort((one, other) => one.resolvedAt.getTime() - other.resolvedAt.getTime());
  const learnt = new LearntSoFar();
  const judged = new Tallies();
  const sum = { withoutEstimate: 0, overdue: 0 };
  let next = 0;
  for (const ticket of tickets.toSorted((one, other) => one.openedAt.getTime() - other.openedAt.getTime())) {
    for (let lesson = lessons[next]; lesson && lesson.resolvedAt < ticket.openedAt; lesson = lessons[next]) {
      learnt.add(lesson);
      next += 1;
    }
    if (ticket.resolvedAt && ticket.resolvedAt < since) continue;
    const time = timekeepingFor(ticket.asRaised);
    const given = estimateFor(ticket, learnt, time);
    const tookMs = durationMs({ openedAt: ticket.openedAt, resolvedAt: ticket.resolvedAt ?? now }, time.calendar);
    if (ticket.resolvedAt) {
      if (given) judged.add(given, tookMs);
      else sum.withoutEstimate += 1;
    } else if (given && tookMs > given.toMs) sum.overdue += 1;
  }
  return { ...judged.read(), ...sum };
}

type Resolved = PastTicket & Span;

function isResolved(ticket: PastTicket): ticket is Resolved {
  return ticket.resolvedAt !== undefined;
}

type Given = Estimate & { readonly like: Likeness };

function estimateFor({ asRaised, openedAt }: PastTicket, learnt: LearntSoFar, time: Timekeeping): Given | undefined {
  for (const like of likenessesOf(asRaised)) {
    const estimate = estimateOf(learnt.like(like, openedAt, time.calendar), time.calendar, openedAt);
    if (estimate) return { ...estimate, like };
  }
  return undefined;
}

/** What the store would have answered at an instant. */
class LearntSoFar {
  /** By likeness, in the order of their resolution. */
  readonly #lessons = new Map<string, Lesson[]>();

  add(ticket: Resolved): void {
    const lesson = new Lesson(ticket);
    for (const like of likenessesOf(ticket)) {
      if (ticket.confidential && !looksAtConfidential(like)) continue;
      const lessons = this.#lessons.get(idOf(like));
      if (lessons) lessons.push(lesson);
      else this.#lessons.set(idOf(like), [lesson]);
    }
  }

  like(likeness: Likeness, now: Date, calendar: WorkingCalendar): Past {
    const lessons = this.#lessons.get(idOf(likeness)) ?? [];
    const begin = firstSince(lessons, new Date(now.getTime() - windowMs));
    const newest = lessons.slice(Math.max(begin, lessons.length - mostTickets)).reverse();
    return { durationsMs: newest.map((lesson) => lesson.tookMs(calendar)), since: lessons[begin]?.span.openedAt };
  }
}

/** A resolved ticket, that hundreds learn from. */
class Lesson {
  readonly span: Span;
  readonly #tookMs = new Map<WorkingCalendar, number>();

  constructor(span: Span) {
    this.span = span;
  }

  tookMs(calendar: WorkingCalendar): number {
    const known = this.#tookMs.get(calendar);
    if (known !== undefined) return known;
    const ms = durationMs(this.span, calendar);
    this.#tookMs.set(calendar, ms);
    return ms;
  }
}

/** By halves, for there may be very many. */
function firstSince(lessons: readonly Lesson[], at: Date): number {
  let [low, high] = [0, lessons.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const lesson = lessons[middle];
    if (lesson && lesson.span.resolvedAt < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

class Tallies {
  readonly #all = aCount();
  readonly #groups = new Map<string, { readonly like: Likeness; readonly count: Count }>();

  add({ like, fromMs, toMs }: Given, tookMs: number): void {
    const group = this.#groups.get(idOf(like)) ?? { like, count: aCount() };
    this.#groups.set(idOf(like), group);
    for (const count of [this.#all, group.count]) {
      count[tookMs < fromMs ? 'sooner' : tookMs > toMs ? 'later' : 'inside'] += 1;
      count.widthMs += toMs - fromMs;
    }
  }

  read(): Pick<Backtest, 'all' | 'groups'> {
    const groups = [...this.#groups.values()].map(({ like, count }) => ({ like, tally: tallyOf(count) }));
    return { all: tallyOf(this.#all), groups: groups.sort((one, other) => other.tally.tickets - one.tally.tickets) };
  }
}

type Count = ReturnType<typeof aCount>;

function aCount() {
  return { sooner: 0, inside: 0, later: 0, widthMs: 0 };
}

function tallyOf({ widthMs, ...counts }: Count): Tally {
  const tickets = counts.sooner + counts.inside + counts.later;
  return { tickets, ...counts, meanWidthMs: tickets > 0 ? widthMs / tickets : 0 };
}

function idOf({ kind, priority, service, team }: Likeness): string {
  return JSON.stringify([kind, priority, service, team]);
}
