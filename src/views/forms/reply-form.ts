import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { firstName } from '../ticket-facts.ts';
import type { ViewContext } from '../view-context.ts';
import { noteField } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** Words that go to the requester. Fields: `note`, labelled "Reply", and optional `by`: when they hear more (`HH:MM`, or `YYYY-MM-DD HH:MM`). */
export function replyForm(ticket: Ticket, context: ViewContext): Form {
  const { title, submit, text } = context.words.forms.reply;
  const { replyBy, replyByHint } = context.words.later;
  return ticketForm('ticket.reply', ticket, context, {
    title: title(firstName(ticket.requester, context)),
    submit,
    fields: [
      { ...noteField(context.words), label: text },
      { kind: 'text', name: 'by', label: replyBy, hint: replyByHint, optional: true, maxLength: 16 },
    ],
  });
}
