import type { Card } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { joinedText, somethingElseButton } from './alike-notice.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Their ticket is one report of an incident; the way back stays open. */
export function joinedCard(ticket: Ticket, context: ViewContext): Card {
  const { key, alike } = ticket;
  const text = alike ? joinedText(key, alike.naming, context) : context.words.outages.joined.hiddenWithout(key);
  return { blocks: [paragraph(text)], buttons: [somethingElseButton(key, context.words)] };
}
