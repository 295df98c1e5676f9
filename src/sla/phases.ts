import type { Act, Hold, Moment } from './moment.ts';
import { type Counterpart, levelFor, type ServiceLevel, type Target, targetOf } from './policy.ts';

/** A stretch of a ticket's life in which one clock does one thing under one policy. */
export interface Phase {
  readonly from: Date;
  readonly does: Doing;
  /** What began it, and who did that. */
  readonly cause: Act;
  readonly by: string;
  /** Absent when no policy sets this target: then nothing counts. */
  readonly level?: ServiceLevel;
  readonly waitingFor?: WaitingFor;
  /** Whether the time begins at zero again. */
  readonly startsAnew: boolean;
}

/** `away`: it has not begun to count, or is not with whom it is about. */
export type Doing = 'counting' | 'paused' | 'stopped' | 'cancelled' | 'away';

export interface WaitingFor extends Hold {
  /** Whom, when the ticket waits for its requester. */
  readonly person?: string;
}

export interface PhaseRules {
  readonly levels: readonly ServiceLevel[];
  /** Whether the clock to the solution is paused by each reason to wait; a reason that is not there does not pause. */
  readonly holdReasons: Readonly<Record<string, 'paused' | 'runs'>>;
  /** Whether taking a ticket answers it. Default false. */
  readonly claimAnswers?: boolean;
}

/** What one clock did between the moments of a ticket's life. One phase begins at each moment. */
export function phasesOf(
  moments: readonly Moment[],
  target: Target,
  rules: PhaseRules,
  counterpart?: Counterpart,
): readonly Phase[] {
  const progress: Progress = { isAnswered: false, wasWith: false, handedBy: undefined, team: undefined };
  let level: ServiceLevel | undefined;
  return moments.map((moment) => {
    follow(progress, moment);
    const isWith = isWithCounterpart(moment, progress, counterpart);
    const arrives = isWith && !progress.wasWith;
    progress.wasWith = isWith;
    if (arrives) progress.isAnswered = false;
    if (answers(moment, rules, counterpart) && isWith) progress.isAnswered = true;
    const does = isWith ? doing(target, moment, progress, rules, counterpart) : 'away';
    // A clock that has stopped keeps the policy by which it is judged.
    if (does === 'counting' || does === 'paused') level = levelFor(rules.levels, moment.facts, counterpart);
    const isTracked = targetOf(level, target) !== undefined;
    return {
      from: moment.at,
      does,
      cause: moment.act,
      by: moment.by,
      ...(level && isTracked ? { level } : {}),
      ...(moment.status === 'on_hold' && moment.hold ? { waitingFor: waitingFor(moment, moment.hold) } : {}),
      startsAnew: does === 'counting' && startsAnew(target, moment, arrives),
    };
  });
}

/** The requester has just heard of it, be it by words or by a solution that was none; or another team has it now. */
function startsAnew(target: Target, { act }: Moment, arrives: boolean): boolean {
  return target === 'update' ? act === 'reply' || act === 'reopen' : target === 'respond' && arrives;
}

interface Progress {
  isAnswered: boolean;
  wasWith: boolean;
  team: string | undefined;
  /** The team that the present one has the ticket from. */
  handedBy: string | undefined;
}

function follow(progress: Progress, { facts }: Moment): void {
  if (progress.team !== undefined && progress.team !== facts.team) progress.handedBy = progress.team;
  progress.team = facts.team;
}

function isWithCounterpart(
  { facts, status, hold }: Moment,
  { handedBy }: Progress,
  counterpart: Counterpart | undefined,
): boolean {
  if (counterpart === undefined) return true;
  if ('vendor' in counterpart)
    return (
      status === 'on_hold' && hold?.reason === 'vendor' && (hold.vendor ?? counterpart.vendor) === counterpart.vendor
    );
  return facts.team === counterpart.team && (counterpart.towards === undefined || counterpart.towards === handedBy);
}

/** A requester is answered by words, or by the solution; another team already by taking the ticket. */
function answers({ act }: Moment, { claimAnswers = false }: PhaseRules, counterpart: Counterpart | undefined): boolean {
  if (act === 'reply' || act === 'resolve') return true;
  return (claimAnswers || counterpart !== undefined) && (act === 'claim' || act === 'assign');
}

function doing(
  target: Target,
  { status, hold }: Moment,
  { isAnswered }: Progress,
  { holdReasons }: PhaseRules,
  counterpart: Counterpart | undefined,
): Doing {
  const isOfVendor = counterpart !== undefined && 'vendor' in counterpart;
  // What a vendor says is not seen: only the time that it takes is.
  if (isOfVendor) return target === 'resolve' ? 'counting' : 'away';
  if (target === 'respond' && isAnswered) return 'stopped';
  if (status === 'cancelled') return 'cancelled';
  if (status === 'resolved' || status === 'closed') return 'stopped';
  const isPaused = target === 'resolve' && status === 'on_hold' && holdReasons[hold?.reason ?? ''] === 'paused';
  return isPaused ? 'paused' : 'counting';
}

function waitingFor({ facts }: Moment, hold: Hold): WaitingFor {
  return hold.reason === 'requester' ? { ...hold, person: facts.requester } : hold;
}
