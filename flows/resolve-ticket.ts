import { resolve } from '../src/tickets/moves/ending.ts';
import { resolutionCodes } from '../src/tickets/ticket.ts';
import { resolveForm } from '../src/views/forms/resolve-form.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';

/** Asks how it was solved. */
export const askHowResolved = opens('resolve', 'resolve', resolveForm);

/** The ticket is solved; its requester is told how, and asked. */
export const resolveTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { code, note } = turn.event.values;
  if (typeof note !== 'string')
    return turn.formProblem('note', (await contextFor(desk, person)).words.problems.required);
  const known = resolutionCodes.find((one) => one === code) ?? 'fixed';
  const ticket = await desk.tickets.change(turn.event.value, doer, 'resolve', resolve(known, note));
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.resolved(ticket.key));
};
