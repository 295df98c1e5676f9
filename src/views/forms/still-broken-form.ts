import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { noteField } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** The requester says that it is not solved. Fields: optional `note`. */
export function stillBrokenForm(ticket: Ticket, context: ViewContext): Form {
  const { title, submit, noteHint } = context.words.forms.stillBroken;
  const fields = [noteField(context.words, { hint: noteHint, optional: true })];
  return ticketForm('ticket.stillBroken', ticket, context, { title, submit, fields });
}
