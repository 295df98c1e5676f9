import type { Card } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { sendButton } from './card-buttons.ts';
import { firstName, paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Whispered under an agent's words in the triage thread: they are internal until the agent sends them. */
export function sendOffer(remarkId: string, ticket: Ticket, context: ViewContext): Card {
  const { words } = context;
  return {
    blocks: [paragraph(words.talk.onlyTeamSees(ticket.key))],
    buttons: [sendButton(ticket.key, remarkId, firstName(ticket.requester, context), words)],
    isOverhearable: true,
  };
}
