import { claim } from '../src/tickets/moves/assignment.ts';
import { sayDone, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/** An agent takes a ticket: it becomes theirs, and the card everyone sees says so. */
export const claimTicket: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.change(turn.event.value, doer, 'claim', claim);
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.claimed(ticket.key));
};
