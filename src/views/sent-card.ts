import type { Card } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Stands where the offer to send stood, once the words are on their way. */
export function sentCard(ticket: Ticket, { words, person }: ViewContext): Card {
  return { blocks: [paragraph(words.talk.sent(ticket.key, person(ticket.requester)))] };
}
