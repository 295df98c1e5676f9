import { resume } from '../src/tickets/moves/waiting.ts';
import { sayDone, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/** An agent goes on with a ticket that waited. */
export const resumeTicket: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.change(turn.event.value, doer, 'resume', resume);
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.resumed(ticket.key));
};
