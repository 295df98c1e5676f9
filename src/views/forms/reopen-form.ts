import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { noteField } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** An agent opens a resolved ticket again. Fields: optional `note`. */
export function reopenForm(ticket: Ticket, context: ViewContext): Form {
  const { title, submit, noteHint } = context.words.forms.reopen;
  const fields = [noteField(context.words, { hint: noteHint, optional: true })];
  return ticketForm('ticket.reopen', ticket, context, { title, submit, fields });
}
