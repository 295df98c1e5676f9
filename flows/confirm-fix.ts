import { close } from '../src/tickets/moves/ending.ts';
import { sayDone, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/** The requester says that it is fixed: the ticket is closed. */
export const confirmFix: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.change(turn.event.value, doer, 'confirm', close);
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.closed(ticket.key));
};
