import { prioritise } from '../src/tickets/moves/describing.ts';
import { type Level, priorities } from '../src/tickets/ticket.ts';
import { priorityForm } from '../src/views/forms/priority-form.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';

/** Asks for impact and urgency, and for a priority against the matrix with its reason. */
export const askForPriority = opens('prioritise', 'prioritise', priorityForm);

/** The ticket is weighed anew, for everyone to see. */
export const prioritiseTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { impact, urgency, priority, reason } = turn.event.values;
  const chosen = priorities.find((one) => one === priority);
  if (chosen && typeof reason !== 'string') {
    return turn.formProblem('reason', (await contextFor(desk, person)).words.problems.overrideReason);
  }
  const move = prioritise(
    {
      impact: toLevel(impact),
      urgency: toLevel(urgency),
      ...(chosen && typeof reason === 'string' ? { override: { priority: chosen, reason } } : {}),
    },
    desk.config().priorities.matrix,
  );
  const ticket = await desk.tickets.change(turn.event.value, doer, 'prioritise', move);
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.prioritised(ticket.key, ticket.priority));
};

/** 1, 2 or 3; 3 for anything else. */
export function toLevel(value: unknown): Level {
  const level = Number(value);
  return level === 1 || level === 2 ? level : 3;
}
