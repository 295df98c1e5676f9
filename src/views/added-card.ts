import type { Card } from '../chat/card.ts';
import type { MessageRef } from '../chat/refs.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What the desk took somebody's words for, where nothing but their time says so. */
export function addedCard({ key, title }: Ticket, message: MessageRef, { words }: ViewContext): Card {
  return {
    blocks: [paragraph(words.talk.addedTo(key, title))],
    buttons: [{ label: words.buttons.newIssueInstead, action: 'issue.instead', value: `${key} ${message}` }],
  };
}
