import { acceptSuggestions } from '../src/tickets/moves/triaging.ts';
import { requesterThreads, type Ticket, ticketKinds } from '../src/tickets/ticket.ts';
import { openSuggestions } from '../src/tickets/ticket-triage.ts';
import { rulesOf } from '../src/triage/fill-in.ts';
import { editForm } from '../src/views/forms/edit-form.ts';
import { sayDone, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { opens } from './opening.ts';

/** An agent says yes: what triage suggested is so. */
export const takeSuggestion: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const key = turn.event.value;
  const before = await desk.tickets.get(key, doer.actor);
  const shared = await desk.places.shared(requesterThreads(before));
  const ticket = await desk.tickets.change(key, doer, 'edit', acceptSuggestions(rulesOf(desk.config(), shared)));
  await sayDone(turn, desk, person, ticket, ({ words }) => words.triage.suggestionTaken(key));
};

/** It is something else: the form for it, with what was suggested filled in. */
export const changeSuggestion = opens('edit', 'edit', (ticket, context, desk) =>
  editForm(asSuggested(ticket), desk.config().services, context),
);

function asSuggested(ticket: Ticket): Ticket {
  const said = new Map(openSuggestions(ticket).map(({ field, value }) => [field, value]));
  const kind = ticketKinds.find((one) => one === said.get('kind')) ?? ticket.kind;
  const service = ticket.service ?? said.get('service');
  return { ...ticket, kind, ...(service ? { service } : {}) };
}
