import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { longestInput } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** Makes a ticket of its own out of a part of this one. Fields: `title` and `description`. */
export function splitForm(ticket: Ticket, context: ViewContext): Form {
  const { title, submit, ticketTitle, description } = context.words.forms.split;
  return ticketForm('ticket.split', ticket, context, {
    title,
    submit,
    fields: [
      { kind: 'text', name: 'title', label: ticketTitle, maxLength: 200 },
      { kind: 'text', name: 'description', label: description, multiline: true, maxLength: longestInput },
    ],
  });
}
