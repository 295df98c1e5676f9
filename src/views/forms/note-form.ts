import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { noteField } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** Words for the team only. Fields: `note`. */
export function noteForm(ticket: Ticket, context: ViewContext): Form {
  const { title, submit, hint } = context.words.forms.addNote;
  return ticketForm('ticket.note', ticket, context, { title, submit, fields: [noteField(context.words, { hint })] });
}
