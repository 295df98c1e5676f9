import type { Button, Card } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { dateSpan } from './dates.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Whispered to an agent whose answer sounded like a promise: nothing is taken for granted. */
export function promiseOffer(ticket: Ticket, dueAt: Date, context: ViewContext): Card {
  const { later } = context.words;
  const text = later.offer(context.person(ticket.requester), ticket.key, dateSpan(dueAt, 'dateTime', context));
  const yes: Button = {
    label: later.offerYes,
    action: 'ticket.promiseAt',
    value: `${ticket.key} ${dueAt.toISOString()}`,
    style: 'primary',
  };
  return { blocks: [paragraph(text)], buttons: [yes] };
}
