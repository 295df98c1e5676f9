import { type ClockRules, clockOf, type SlaClock } from '../sla/clock.ts';
import { momentsOf } from '../sla/moments-of.ts';
import { type Target, targets } from '../sla/policy.ts';
import type { SlaStanding, Ticket, TicketSla } from './ticket.ts';

/** What clocks look at of a ticket. */
export type Timed = Pick<
  Ticket,
  'kind' | 'priority' | 'service' | 'team' | 'requester' | 'status' | 'history' | 'groups'
>;

/** The clocks of the promise to the requester; those that no service level sets are left out. */
export function requesterClocks(ticket: Timed, rules: ClockRules, now: Date): readonly SlaClock[] {
  const question = { moments: momentsOf(ticket, ticket.groups), rules, now };
  return targets.flatMap((target) => clockOf(question, target) ?? []);
}

/** What is kept of them with the ticket. */
export function slaOf(clocks: readonly SlaClock[]): TicketSla {
  const next = nextDue(clocks);
  return {
    ...Object.fromEntries(clocks.map((clock) => [clock.target, standingOf(clock)])),
    ...(next ? { next } : {}),
  };
}

function standingOf({ level, state, targetMs, elapsedMs, dueAt, breachedAt, earlierBreaches }: SlaClock): SlaStanding {
  const passedAt = breachedAt ?? earlierBreaches.at(-1);
  return {
    policy: level.id,
    state,
    targetMs,
    elapsedMs,
    ...(dueAt ? { dueAt } : {}),
    ...(passedAt ? { breachedAt: passedAt } : {}),
  };
}

/** Of those that count, the one whose due instant comes first: one that is passed comes before all others. */
function nextDue(clocks: readonly SlaClock[]): { readonly target: Target; readonly dueAt: Date } | undefined {
  const counting = clocks.flatMap(({ target, isCounting, dueAt }) => (isCounting && dueAt ? [{ target, dueAt }] : []));
  return counting.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())[0];
}
