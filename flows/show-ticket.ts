import type { Button } from '../src/chat/card.ts';
import type { ActionEvent, CommandEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { may } from '../src/tickets/permissions.ts';
import { isOpen, type Ticket } from '../src/tickets/ticket.ts';
import { agentButtons, agentMore, promiseButton, requesterButtons, snoozeButton } from '../src/views/card-buttons.ts';
import { ticketDetails } from '../src/views/ticket-details.ts';
import type { Words } from '../src/words/words.ts';
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
  const buttons = isInsider ? insiderButtons(ticket, words) : isRequester ? requesterButtons(ticket, words) : [];
  const more = isInsider ? agentMore(ticket, words, ticket.watchers.includes(person.id)) : [];
  await turn.whisper(ticketDetails(ticket, remarks, context, { isInsider, buttons, more }));
}

export const showTicket: ActionFlow = (turn, desk) => showTicketTo(turn, desk, turn.event.value);

function insiderButtons(ticket: Ticket, words: Words): readonly Button[] {
  const rarer = isOpen(ticket) ? [promiseButton(ticket.key, words), snoozeButton(ticket.key, words)] : [];
  return [...agentButtons(ticket, words), ...rarer];
}
