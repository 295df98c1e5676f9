import { mergeInto } from '../src/tickets/moves/relations.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import { isOpen } from '../src/tickets/ticket.ts';
import { mergeForm } from '../src/views/forms/merge-form.ts';
import { sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';
import { otherTicket } from './other-ticket.ts';

/** Asks which ticket goes on. */
export const askWhereToMerge = opens('merge', 'merge', mergeForm);

/** Two tickets are about one thing: this one ends, its people and their words go on in the other. */
export const mergeTickets: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const into = await otherTicket(turn, desk, person, doer);
  if (!into) return;
  if (into.key !== turn.event.value && !isOpen(into)) {
    throw new Refusal({ kind: 'wrongState', key: into.key, status: into.status });
  }
  const ticket = await desk.tickets.change(turn.event.value, doer, 'merge', mergeInto(into.key));
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.merged(ticket.key, into.key));
};
