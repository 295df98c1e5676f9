import type { Form } from '../../chat/form.ts';
import { priorities, type Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { levelField, longestInput, options } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/**
 * Weighs a ticket anew. Fields: `impact` and `urgency` (1–3), optional `priority` (P1–P4; absent or `computed`: as
 * impact and urgency give it) and optional `reason`, which is needed with a priority of one's own.
 */
export function priorityForm(ticket: Ticket, context: ViewContext): Form {
  const { words } = context;
  const say = words.forms.priority;
  const { impact, urgency, priorityReason } = ticket;
  const byHand = options(priorities, (id) => words.ticket.priorities[id]);
  return ticketForm('ticket.priority', ticket, context, {
    title: say.title,
    submit: say.submit,
    fields: [
      levelField({ name: 'impact', label: say.impact }, words, impact),
      levelField({ name: 'urgency', label: say.urgency }, words, urgency),
      {
        kind: 'choice',
        name: 'priority',
        label: say.priority,
        optional: true,
        options: [{ value: 'computed', label: say.asComputed }, ...byHand],
        value: priorityReason ? ticket.priority : 'computed',
      },
      {
        kind: 'text',
        name: 'reason',
        label: say.reason,
        hint: say.reasonHint,
        optional: true,
        maxLength: longestInput,
        ...(priorityReason ? { value: priorityReason } : {}),
      },
    ],
  });
}
