import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { noteField, type TeamChoice, teamOptions } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** To another team, or up. Fields: `to` (`team:<id>` or `up`), optional `note` for the team. */
export function escalateForm(ticket: Ticket, teams: readonly TeamChoice[], context: ViewContext): Form {
  const { title, submit, to, up, upDescription, noteHint } = context.words.forms.escalate;
  return ticketForm('ticket.escalate', ticket, context, {
    title,
    submit,
    fields: [
      {
        kind: 'choice',
        name: 'to',
        label: to,
        options: [
          ...teamOptions(teams, ticket.team, (id) => `team:${id}`),
          { value: 'up', label: up, description: upDescription },
        ],
      },
      noteField(context.words, { hint: noteHint, optional: true }),
    ],
  });
}
