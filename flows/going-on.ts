import type { Desk } from '../src/desk.ts';
import type { Ticket } from '../src/tickets/ticket.ts';

/** The ticket itself, or the one that goes on in its stead. */
export async function goingOn(ticket: Ticket, desk: Desk): Promise<Ticket> {
  return (ticket.mergedInto ? await desk.ticketStore.find(ticket.mergedInto) : undefined) ?? ticket;
}
