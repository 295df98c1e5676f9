import type { Form } from '../../chat/form.ts';
import { resolutionCodes, type Ticket } from '../../tickets/ticket.ts';
import { firstName } from '../ticket-facts.ts';
import type { ViewContext } from '../view-context.ts';
import { noteField, options } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** It is solved. Fields: `code` (a resolution code) and `note`, which the requester reads. */
export function resolveForm(ticket: Ticket, context: ViewContext): Form {
  const { words } = context;
  const { title, submit, code, noteHint } = words.forms.resolve;
  return ticketForm('ticket.resolve', ticket, context, {
    title,
    submit,
    fields: [
      {
        kind: 'choice',
        name: 'code',
        label: code,
        options: options(resolutionCodes, (id) => words.ticket.resolutionCodes[id]),
        value: 'fixed',
      },
      noteField(words, { hint: noteHint(firstName(ticket.requester, context)) }),
    ],
  });
}
