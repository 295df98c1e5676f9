import type { ActionEvent, CommandEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { may } from '../src/tickets/permissions.ts';
import { agentButtons, agentMore, requesterButtons } from '../src/views/card-buttons.ts';
import { ticketDetails } from '../src/views/ticket-details.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

const remarksShown = 10;

/** Shows a ticket to one person, with what they may do about it. */
export async function showTicketTo(turn: Turn<ActionEvent | CommandEvent>, desk: Desk, key: string): Promise<void> {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.get(key, doer.actor);
  const remarks = await desk.remarks.of(key, remarksShown);
  const authors = remarks.map(({ author }) => author);
  const context = await contextFor(desk, person, [ticket], authors);
  const isInsider = may(doer.actor, 'note', ticket);
  const isRequester = person.id === ticket.requester;
  const { words } = context;
  const buttons = isInsider ? agentButtons(ticket, words) : isRequester ? requesterButtons(ticket, words) : [];
  const more = isInsider ? agentMore(ticket, words, ticket.watchers.includes(person.id)) : [];
  await turn.whisper(ticketDetails(ticket, remarks, context, { isInsider, buttons, more }));
}

export const showTicket: ActionFlow = (turn, desk) => showTicketTo(turn, desk, turn.event.value);
