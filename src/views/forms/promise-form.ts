import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { ticketForm } from './ticket-form.ts';

/** By when the requester hears more. Field `by`: `HH:MM`, or `YYYY-MM-DD HH:MM`. */
export function promiseForm(ticket: Ticket, context: ViewContext): Form {
  const { title, submit, by, byHint } = context.words.later.promiseForm;
  return ticketForm('ticket.promise', ticket, context, {
    title,
    submit,
    fields: [{ kind: 'text', name: 'by', label: by, hint: byHint, maxLength: 16 }],
  });
}
