import type { Card } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { summaryOf } from './card-summary.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Says to the requester, where nobody else reads it, why the answer does not stand in the channel. */
export function takenPrivatelyCard(ticket: Ticket, context: ViewContext): Card {
  return {
    blocks: [paragraph(context.words.notices.takenPrivately(ticket.key))],
    ...summaryOf(ticket, context),
  };
}
