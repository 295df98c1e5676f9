import { requirePermission } from '../src/tickets/permissions.ts';
import { noteForm } from '../src/views/forms/note-form.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';
import { remarkFrom } from './remark-from.ts';

/** Asks for the note. */
export const askForNote = opens('note', undefined, noteForm);

/** An agent notes something for the team's eyes only. */
export const noteOnTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { note } = turn.event.values;
  if (typeof note !== 'string')
    return turn.formProblem('note', (await contextFor(desk, person)).words.problems.required);
  const ticket = await desk.tickets.get(turn.event.value, doer.actor);
  requirePermission(doer.actor, 'note', ticket);
  await desk.remarks.insert(
    remarkFrom(turn.event, ticket, person, { side: 'agent', visibility: 'internal', text: note }),
  );
  desk.journal.concerns(turn.event.id, ticket.key);
  await desk.courier.said(ticket.key);
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.noted(ticket.key));
};
