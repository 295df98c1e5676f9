import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { ticketForm } from './ticket-form.ts';

/** Lets another ticket go on in this one's stead. Fields: `key` of the ticket that goes on. */
export function mergeForm(ticket: Ticket, context: ViewContext): Form {
  const { title, submit, key, keyHint } = context.words.forms.merge;
  const fields = [{ kind: 'text', name: 'key', label: key, hint: keyHint, maxLength: 30 } as const];
  return ticketForm('ticket.merge', ticket, context, { title, submit, fields });
}
