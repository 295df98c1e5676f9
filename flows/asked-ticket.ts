import type { Desk } from '../src/desk.ts';
import { type Actor, requirePermission } from '../src/tickets/permissions.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import type { Ticket } from '../src/tickets/ticket.ts';

/**
 * The ticket that a question is about. Nobody but its requester answers, whoever sees the question.
 * @throws Refusal; in a thread that others read the key is known to them, unless the ticket is confidential
 */
export async function askedTicket(desk: Desk, actor: Actor, key: string): Promise<Ticket> {
  const ticket = await desk.tickets.find(key);
  if (!ticket) throw noSuchQuestion(key);
  if (ticket.requester === actor.id) return ticket;
  if (ticket.confidential) requirePermission(actor, 'view', ticket);
  throw new Refusal({ kind: 'notAllowed', key, action: 'confirm', team: ticket.team });
}

/** What a button carries that no card of this desk ever had. */
export function noSuchQuestion(value: string): Refusal {
  return new Refusal({ kind: 'notFound', key: value });
}
