import { cancel } from '../src/tickets/moves/ending.ts';
import { cancelForm } from '../src/views/forms/cancel-form.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { ActionFlow, FormFlow } from './flow.ts';
import { opens } from './opening.ts';

/** Asks an agent for the reason, which the requester will read. */
export const askWhyToCancel = opens('cancel', 'cancel', cancelForm);

/** Nothing will be done: the requester is told why. */
export const cancelTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { reason } = turn.event.values;
  if (typeof reason !== 'string')
    return turn.formProblem('reason', (await contextFor(desk, person)).words.problems.required);
  const ticket = await desk.tickets.change(turn.event.value, doer, 'cancel', cancel(reason));
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.cancelled(ticket.key));
};

/** Who asked needs it no more. */
export const withdrawTicket: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.change(turn.event.value, doer, 'withdraw', cancel(undefined));
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.cancelled(ticket.key));
};
