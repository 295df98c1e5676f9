import type { Card } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { itsFixedButton, stillBrokenButton } from './card-buttons.ts';
import { summaryOf } from './card-summary.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Asks the requester, who wrote on a resolved ticket, what they mean by it. */
export function reopenOffer(ticket: Ticket, context: ViewContext): Card {
  const { words } = context;
  return {
    blocks: [paragraph(words.talk.brokenAgain(ticket.key))],
    buttons: [stillBrokenButton(ticket.key, words.buttons.reopen), itsFixedButton(ticket.key, words)],
    ...summaryOf(ticket, context),
  };
}
