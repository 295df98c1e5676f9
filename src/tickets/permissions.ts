import { Refusal } from './refusal.ts';
import type { Ticket } from './ticket.ts';

/** Who is asking, and what desk.yaml makes of them. */
export interface Actor {
  readonly id: string;
  readonly agentOf: readonly string[];
  readonly leadOf: readonly string[];
  readonly isManager: boolean;
  readonly isAdmin: boolean;
}

/** What somebody is to one ticket. */
type Standing = 'requester' | 'watcher' | 'assignee' | 'teamAgent' | 'teamLead' | 'anyAgent' | 'manager' | 'admin';

const workers = ['assignee', 'teamAgent', 'teamLead', 'admin'] as const;
const desk = [...workers, 'anyAgent', 'manager'] as const;

/** Who may do what: the one table. */
const table = {
  view: ['requester', 'watcher', ...desk],
  claim: workers,
  assign: [...workers, 'manager'],
  takeBack: workers,
  reply: workers,
  note: desk,
  hold: workers,
  resume: workers,
  escalate: [...workers, 'manager'],
  resolve: workers,
  reopen: ['requester', ...workers],
  prioritise: [...workers, 'manager'],
  cancel: ['requester', ...workers],
  withdraw: ['requester'],
  edit: workers,
  watch: desk,
  unwatch: ['watcher', ...desk],
  link: [...workers, 'anyAgent'],
  merge: workers,
  split: workers,
  confirm: ['requester'],
  stillBroken: ['requester'],
  join: ['requester'],
} as const satisfies Record<string, readonly Standing[]>;

export type PermittedAction = keyof typeof table;

/** Whom a confidential ticket is visible to; for everybody else it does not exist. */
const insiders: readonly Standing[] = ['requester', 'watcher', 'assignee', 'teamAgent', 'teamLead'];

/** Whether the person may know that the ticket exists. */
export function maySee(actor: Actor, ticket: Visible): boolean {
  const standings = standingsOf(actor, ticket);
  return standings.some((standing) => (ticket.confidential ? insiders : table.view).includes(standing));
}

/** Whether the person may do this to a ticket they can see. */
export function may(actor: Actor, action: PermittedAction, ticket: Visible): boolean {
  if (!maySee(actor, ticket)) return false;
  const allowed: readonly Standing[] = table[action];
  return standingsOf(actor, ticket).some(
    (standing) => allowed.includes(standing) && (!ticket.confidential || insiders.includes(standing)),
  );
}

/**
 * Lets the action pass.
 * @throws Refusal `notFound` when the person may not even know of the ticket, else `notAllowed`
 */
export function requirePermission(actor: Actor, action: PermittedAction, ticket: Ticket): void {
  if (!maySee(actor, ticket)) throw new Refusal({ kind: 'notFound', key: ticket.key });
  if (!may(actor, action, ticket))
    throw new Refusal({ kind: 'notAllowed', key: ticket.key, action, team: ticket.team });
}

export type Visible = Pick<Ticket, 'requester' | 'raisedBy' | 'watchers' | 'assignee' | 'team' | 'confidential'>;

function standingsOf(actor: Actor, ticket: Visible): readonly Standing[] {
  const standings: Standing[] = [];
  if (actor.id === ticket.requester) standings.push('requester');
  if (ticket.watchers.includes(actor.id)) standings.push('watcher');
  if (actor.id === ticket.assignee) standings.push('assignee');
  if (actor.agentOf.includes(ticket.team)) standings.push('teamAgent');
  if (actor.leadOf.includes(ticket.team)) standings.push('teamLead');
  if (actor.agentOf.length > 0) standings.push('anyAgent');
  if (actor.isManager) standings.push('manager');
  if (actor.isAdmin) standings.push('admin');
  return standings;
}
