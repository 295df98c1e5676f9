import type { Card } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What is left of an agent card where the ticket no longer is: one line, and for a confidential one no more than its key. */
export function movedCard(ticket: Ticket, slotId: string, { words, teamName }: ViewContext): Card {
  const text = ticket.confidential
    ? words.cards.handledElsewhere(ticket.key)
    : words.cards.movedTo(ticket.key, teamName(ticket.team));
  return {
    blocks: [paragraph(text)],
    mark: { id: `${ticket.key}:${slotId}`, ticket: ticket.key, card: 'agent' },
  };
}
