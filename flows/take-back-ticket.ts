import { takeBack } from '../src/tickets/moves/assignment.ts';
import { sayDone, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/** An agent gives a ticket back to the team: nobody's, to be claimed again. */
export const takeBackTicket: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.change(turn.event.value, doer, 'takeBack', takeBack);
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.takenBack(ticket.key));
};
