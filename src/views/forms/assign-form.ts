import type { Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { type TeamChoice, teamOptions } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** Gives a ticket to somebody. Fields: `person` and, where there are other teams, `team` (its id); one is needed. */
export function assignForm(ticket: Ticket, teams: readonly TeamChoice[], context: ViewContext): Form {
  const { title, submit, person, personHint, team, teamHint } = context.words.forms.assign;
  const others = teamOptions(teams, ticket.team, (id) => id);
  const hasChoice = others.length > 0;
  const who = { kind: 'person', name: 'person', label: person, hint: personHint } as const;
  const whichTeam = { kind: 'choice', name: 'team', label: team, hint: teamHint, options: others } as const;
  return ticketForm('ticket.assign', ticket, context, {
    title,
    submit,
    fields: hasChoice
      ? [
          { ...who, optional: true },
          { ...whichTeam, optional: true },
        ]
      : [who],
  });
}
