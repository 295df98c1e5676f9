import type { Card } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { showButton } from './card-buttons.ts';
import { summaryOf } from './card-summary.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Tells the requester, who wrote on a closed ticket, that a new one goes on from there. */
export function followUpCard(ticket: Ticket, closedKey: string, context: ViewContext): Card {
  return {
    blocks: [paragraph(context.words.talk.followUp(ticket.key, closedKey))],
    buttons: [showButton(ticket.key, context.words)],
    ...summaryOf(ticket, context),
  };
}
