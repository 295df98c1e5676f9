import type { MoveName } from './history.ts';
import { Refusal } from './refusal.ts';
import { openStatuses, type Status, type Ticket } from './ticket.ts';

/** From where each move may start. Every other one is refused. Moves that are not listed may start anywhere. */
const startsFrom: Partial<Record<MoveName, readonly Status[]>> = {
  claim: ['new'],
  assign: openStatuses,
  takeBack: ['in_progress', 'on_hold'],
  hold: ['in_progress'],
  resume: ['on_hold'],
  escalateTeam: openStatuses,
  escalateUp: openStatuses,
  resolve: openStatuses,
  reopen: ['resolved'],
  close: ['resolved'],
  cancel: openStatuses,
  prioritise: openStatuses,
  edit: openStatuses,
  merge: openStatuses,
  breach: openStatuses,
  snooze: openStatuses,
  promise: openStatuses,
  missPromise: openStatuses,
  tell: openStatuses,
  survey: ['resolved', 'closed'],
};

/** Whether the lifecycle lets this move start now. */
export function mayStart(move: MoveName, status: Status): boolean {
  return startsFrom[move]?.includes(status) ?? true;
}

/**
 * Lets the move pass.
 * @throws Refusal with the state the ticket is in, or where it goes on when it was merged
 */
export function requireStart(move: MoveName, ticket: Ticket): void {
  if (mayStart(move, ticket.status)) return;
  if (ticket.mergedInto) throw new Refusal({ kind: 'goesOnIn', key: ticket.key, into: ticket.mergedInto });
  throw new Refusal({ kind: 'wrongState', key: ticket.key, status: ticket.status });
}
