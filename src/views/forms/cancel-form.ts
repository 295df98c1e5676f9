import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { firstName } from '../ticket-facts.ts';
import type { ViewContext } from '../view-context.ts';
import { longestInput } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** An agent ends a ticket without a solution. Fields: `reason`, which the requester reads. */
export function cancelForm(ticket: Ticket, context: ViewContext): Form {
  const { title, submit, reason, reasonHint } = context.words.forms.cancelTicket;
  return ticketForm('ticket.cancel', ticket, context, {
    title,
    submit,
    fields: [
      {
        kind: 'text',
        name: 'reason',
        label: reason,
        hint: reasonHint(firstName(ticket.requester, context)),
        multiline: true,
        maxLength: longestInput,
      },
    ],
  });
}
