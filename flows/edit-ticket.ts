import { edit } from '../src/tickets/moves/describing.ts';
import { requesterThreads, ticketKinds } from '../src/tickets/ticket.ts';
import { editForm } from '../src/views/forms/edit-form.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';

/** Asks for title, kind and service. */
export const askForEdit = opens('edit', 'edit', (ticket, context, desk) =>
  editForm(ticket, desk.config().services, context),
);

/** Title, kind or service were wrong. Another service's team gets the ticket. */
export const editTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { title, kind, service } = turn.event.values;
  if (typeof title !== 'string')
    return turn.formProblem('title', (await contextFor(desk, person)).words.problems.required);
  const what = {
    title,
    kind: ticketKinds.find((one) => one === kind) ?? 'incident',
    service: desk.config().services.find(({ id }) => id === service),
  };
  const before = await desk.tickets.get(turn.event.value, doer.actor);
  const move = edit(what, what.service?.confidential ? await desk.places.shared(requesterThreads(before)) : []);
  const ticket = await desk.tickets.change(turn.event.value, doer, 'edit', move);
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.edited(ticket.key));
};
