import type { TicketSla } from '../tickets/ticket.ts';
import type { Highlight, NamedTicket, Satisfaction } from './digest-content.ts';

/** What there is to choose the one thing from. No confidential ticket is in it. */
export interface HighlightFacts {
  readonly now: Date;
  /** Open and past a target. */
  readonly overdue: readonly (NamedTicket & { readonly sla: TicketSla })[];
  /** New and nobody's, the one that was opened first. */
  readonly unclaimed?: NamedTicket & { readonly openedAt: Date };
  /** The next to be due today. */
  readonly dueNext?: NamedTicket & { readonly dueAt: Date };
  readonly services: readonly ServiceLoad[];
  readonly satisfaction?: Satisfaction;
  /** Of the four weeks before. */
  readonly satisfactionBefore?: Satisfaction;
}

export interface ServiceLoad {
  readonly service: string;
  /** Opened in the period. */
  readonly opened: number;
  /** Opened on average in a stretch as long, over the four weeks before. */
  readonly usual: number;
}

/** The first rule that has something to say. */
export function highlightOf(facts: HighlightFacts): Highlight | undefined {
  for (const rule of rules) {
    const found = rule(facts);
    if (found) return found;
  }
  return undefined;
}

type Rule = (facts: HighlightFacts) => Highlight | undefined;

const rules: readonly Rule[] = [
  worstP1,
  worstAgreement,
  longestOverdue,
  oldestUnclaimed,
  strangeService,
  fallingScore,
  nextDue,
];

/** So many tickets past the same service level are no accident. */
const manyBreaches = 3;
const unclaimedForMs = 86_400_000;
const leastSurge = 5;
/** How seldom so many tickets would come by chance. */
const surgeChance = 0.001;
const leastAnswers = 5;
const leastFall = 0.5;

function worstP1(facts: HighlightFacts): Highlight | undefined {
  const [worst] = byAge(facts).filter(({ ticket }) => ticket.priority === 'P1');
  return worst && { kind: 'overdueP1', ...worst };
}

function worstAgreement(facts: HighlightFacts): Highlight | undefined {
  const counts = new Map<string, number>();
  for (const ticket of facts.overdue) {
    const levels = new Set(passed(ticket.sla, facts.now).map(({ level }) => level));
    for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const [worst] = [...counts].sort(([one, more], [other, less]) => less - more || one.localeCompare(other));
  return worst && worst[1] >= manyBreaches ? { kind: 'agreement', level: worst[0], tickets: worst[1] } : undefined;
}

function longestOverdue(facts: HighlightFacts): Highlight | undefined {
  const [worst] = byAge(facts);
  return worst && { kind: 'overdue', ...worst };
}

function oldestUnclaimed({ unclaimed, now }: HighlightFacts): Highlight | undefined {
  if (!unclaimed || now.getTime() - unclaimed.openedAt.getTime() <= unclaimedForMs) return undefined;
  return { kind: 'unclaimed', ticket: named(unclaimed), since: unclaimed.openedAt };
}

function strangeService({ services }: HighlightFacts): Highlight | undefined {
  const [strangest] = services
    .map((load) => ({ ...load, chance: chanceOfAtLeast(load.opened, load.usual) }))
    .filter(({ opened, chance }) => opened >= leastSurge && chance < surgeChance)
    .sort((one, other) => one.chance - other.chance || other.opened - one.opened);
  return strangest && { kind: 'surge', service: strangest.service, opened: strangest.opened, usual: strangest.usual };
}

function fallingScore({ satisfaction, satisfactionBefore }: HighlightFacts): Highlight | undefined {
  if (!satisfaction || !satisfactionBefore) return undefined;
  if (satisfaction.answers < leastAnswers || satisfactionBefore.answers < leastAnswers) return undefined;
  if (satisfactionBefore.mean - satisfaction.mean < leastFall) return undefined;
  return { kind: 'satisfaction', ...satisfaction, earlier: satisfactionBefore.mean };
}

function nextDue({ dueNext }: HighlightFacts): Highlight | undefined {
  return dueNext && { kind: 'dueNext', ticket: named(dueNext), dueAt: dueNext.dueAt };
}

/** The overdue ones with since when, the longest first. */
function byAge({ overdue, now }: HighlightFacts) {
  return overdue
    .map((ticket) => {
      const since = passed(ticket.sla, now).map(({ at }) => at.getTime());
      return { ticket: named(ticket), since: new Date(Math.min(now.getTime(), ...since)) };
    })
    .sort(
      (one, other) => one.since.getTime() - other.since.getTime() || one.ticket.key.localeCompare(other.ticket.key),
    );
}

/** The targets that are passed and still count, since when, and of which service level. */
function passed({ respond, update, resolve, next }: TicketSla, now: Date) {
  return [
    { target: 'respond', standing: respond },
    { target: 'update', standing: update },
    { target: 'resolve', standing: resolve },
  ].flatMap(({ target, standing }) => {
    const due = next?.target === target && next.dueAt <= now ? next.dueAt : undefined;
    const at = standing?.state === 'breached' ? (standing.breachedAt ?? due) : due;
    return standing && at ? [{ level: standing.policy, at }] : [];
  });
}

function named({ key, title, priority, team, service }: NamedTicket): NamedTicket {
  return { key, title, priority, team, ...(service ? { service } : {}) };
}

/**
 * How likely so many or more are when they come by chance: the upper tail of Poisson's distribution.
 * @param usual how many come on average, 0 or more
 */
export function chanceOfAtLeast(count: number, usual: number): number {
  if (count <= 0) return 1;
  let term = Math.exp(-usual);
  let below = term;
  for (let k = 1; k < count; k += 1) {
    term *= usual / k;
    below += term;
  }
  return Math.max(0, 1 - below);
}
