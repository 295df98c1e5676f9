import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import type { TeamChoice } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** Gives a ticket to somebody. Fields: `person` and `team` (its id), both optional; one is needed. */
export function assignForm(ticket: Ticket, teams: readonly TeamChoice[], context: ViewContext): Form {
  const { title, submit, person, personHint, team, teamHint } = context.words.forms.assign;
  return ticketForm('ticket.assign', ticket, context, {
    title,
    submit,
    fields: [
      { kind: 'person', name: 'person', label: person, hint: personHint, optional: true },
      {
        kind: 'choice',
        name: 'team',
        label: team,
        hint: teamHint,
        optional: true,
        options: teams.map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
  });
}
