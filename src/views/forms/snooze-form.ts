import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { options } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

export const snoozes = ['hour', 'hours', 'tomorrow', 'monday'] as const;
export type Snooze = (typeof snoozes)[number];

/** Until when nobody is reminded. Field `until`: one of {@link snoozes}. */
export function snoozeForm(ticket: Ticket, context: ViewContext): Form {
  const { title, submit, until, untilHint, choices } = context.words.later.snoozeForm;
  return ticketForm('ticket.snooze', ticket, context, {
    title,
    submit,
    fields: [
      {
        kind: 'choice',
        name: 'until',
        label: until,
        hint: untilHint,
        options: options(snoozes, (choice) => choices[choice]),
        value: 'hour',
      },
    ],
  });
}
