import { changeOf, type Move } from '../change.ts';
import { requireStart } from '../lifecycle.ts';
import { Refusal } from '../refusal.ts';
import { isOpen, type Ticket } from '../ticket.ts';

/** An agent takes a ticket that nobody has. Claiming is not answering: the respond clock goes on. */
export const claim: Move = (ticket, context) => {
  if (isOpen(ticket) && ticket.assignee && ticket.assignee !== context.by) {
    throw new Refusal({ kind: 'claimedBy', key: ticket.key, person: ticket.assignee, at: assignedAt(ticket) });
  }
  requireStart('claim', ticket);
  return changeOf(ticket, context, 'claim', { set: { status: 'in_progress', assignee: context.by } });
};

/** Somebody gives the ticket to a person, who is told unless they did it themselves. */
export const assignTo =
  (person: string): Move =>
  (ticket, context) => {
    requireStart('assign', ticket);
    return changeOf(ticket, context, 'assign', {
      set: {
        assignee: person,
        ...(ticket.status === 'new' ? { status: 'in_progress' } : {}),
        ...(ticket.assignee && ticket.assignee !== person ? { reassignCount: ticket.reassignCount + 1 } : {}),
      },
      owes: person === context.by || person === ticket.assignee ? [] : [{ notice: 'assigned', to: { person } }],
    });
  };

/** The ticket is nobody's again and waits to be claimed. */
export const takeBack: Move = (ticket, context) => {
  requireStart('takeBack', ticket);
  return changeOf(ticket, context, 'takeBack', {
    set: { status: 'new', assignee: undefined, hold: undefined, reassignCount: ticket.reassignCount + 1 },
  });
};

function assignedAt(ticket: Ticket): Date {
  const entry = ticket.history.findLast(({ changes }) => changes.some(({ field }) => field === 'assignee'));
  return entry?.at ?? ticket.openedAt;
}
