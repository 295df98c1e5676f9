import { type ClockRules, type ClockState, clockOf } from './clock.ts';
import type { Moment } from './moment.ts';
import { type Target, targets } from './policy.ts';

/** A ticket whose history is read again under other rules. */
export interface ReplayedTicket {
  readonly key: string;
  readonly team: string;
  readonly priority: string;
  readonly moments: readonly Moment[];
}

/**
 * How a ticket did against a target: `open` may still be met, `none` has no target or was cancelled before it was passed.
 * A breach that goes on is `missed` already.
 */
export type Verdict = 'met' | 'missed' | 'open' | 'none';

export interface Tally {
  readonly met: number;
  readonly missed: number;
  readonly open: number;
}

export interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** What changed for one target of one ticket. */
export interface Flip extends BeforeAfter<Verdict> {
  readonly key: string;
  readonly team: string;
  readonly priority: string;
  readonly target: Target;
}

/** The tallies of one target, of all tickets and by the team and priority that they have now. */
export interface TargetReplay {
  readonly target: Target;
  readonly all: BeforeAfter<Tally>;
  /** Sorted by name; those without any verdict are left out. */
  readonly byTeam: readonly (BeforeAfter<Tally> & { readonly name: string })[];
  readonly byPriority: readonly (BeforeAfter<Tally> & { readonly name: string })[];
}

export interface Replay {
  readonly tickets: number;
  readonly targets: readonly TargetReplay[];
  /** In the order of the tickets. */
  readonly flips: readonly Flip[];
}

/** How tickets did under the rules of now, and how they would have done under others, both as of one instant. */
export function replay(tickets: readonly ReplayedTicket[], rules: BeforeAfter<ClockRules>, now: Date): Replay {
  const judged = tickets.flatMap(({ key, team, priority, moments }) =>
    targets.map((target) => ({
      key,
      team,
      priority,
      target,
      before: verdictOf(moments, target, rules.before, now),
      after: verdictOf(moments, target, rules.after, now),
    })),
  );
  return {
    tickets: tickets.length,
    targets: targets.map((target) => tallied(target, judged)).filter(({ all }) => !isEmpty(all)),
    flips: judged.filter(({ before, after }) => before !== after),
  };
}

/** How a ticket does against the promise to its requester, as of an instant. */
export function verdictOf(moments: readonly Moment[], target: Target, rules: ClockRules, now: Date): Verdict {
  const clock = clockOf({ moments, rules, now }, target);
  if (!clock) return 'none';
  if (clock.breachedAt || clock.earlierBreaches.length > 0) return 'missed';
  return verdicts[clock.state];
}

const verdicts: Readonly<Record<ClockState, Verdict>> = {
  running: 'open',
  paused: 'open',
  breached: 'missed',
  met: 'met',
  missed: 'missed',
  cancelled: 'none',
};

function tallied(target: Target, all: readonly Flip[]): TargetReplay {
  const judged = all.filter((one) => one.target === target);
  return {
    target,
    all: tally(judged),
    byTeam: tallyBy(judged, ({ team }) => team),
    byPriority: tallyBy(judged, ({ priority }) => priority),
  };
}

function tallyBy(judged: readonly Flip[], nameOf: (flip: Flip) => string): TargetReplay['byTeam'] {
  const names = [...new Set(judged.map(nameOf))].toSorted();
  return names
    .map((name) => ({ name, ...tally(judged.filter((one) => nameOf(one) === name)) }))
    .filter((row) => !isEmpty(row));
}

function tally(judged: readonly Flip[]): BeforeAfter<Tally> {
  const count = (side: 'before' | 'after', verdict: Verdict) => judged.filter((one) => one[side] === verdict).length;
  const of = (side: 'before' | 'after') => ({
    met: count(side, 'met'),
    missed: count(side, 'missed'),
    open: count(side, 'open'),
  });
  return { before: of('before'), after: of('after') };
}

function isEmpty({ before, after }: BeforeAfter<Tally>): boolean {
  return [before, after].every(({ met, missed, open }) => met + missed + open === 0);
}
