import { instantIn } from '../src/sla/instant-in.ts';
import { hold } from '../src/tickets/moves/waiting.ts';
import { type HoldReason, holdReasons } from '../src/tickets/ticket.ts';
import { holdForm } from '../src/views/forms/hold-form.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';

/** Asks what the ticket waits for. */
export const askWhyToHold = opens('hold', 'hold', (ticket, context, desk) =>
  holdForm(ticket, desk.config().vendors, context),
);

/** The ticket waits; a requester who is waited for is told what for. */
export const holdTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { reason, note, until, vendor } = turn.event.values;
  const { words, timeZone } = await contextFor(desk, person);
  const wakesAt = typeof until === 'string' ? instantIn(timeZone, until) : undefined;
  if (until && !wakesAt) return turn.formProblem('until', words.problems.badDate);
  if (wakesAt && wakesAt <= desk.clock.now()) return turn.formProblem('until', words.problems.pastDate);
  if (reason === 'scheduled' && !wakesAt) return turn.formProblem('until', words.problems.dateNeeded);
  if (reason === 'requester' && !note) return turn.formProblem('note', words.problems.required);
  const move = hold(toReason(reason), typeof note === 'string' ? note : undefined, {
    until: wakesAt,
    vendor: reason === 'vendor' ? desk.config().vendors.find(({ id }) => id === vendor)?.id : undefined,
  });
  const ticket = await desk.tickets.change(turn.event.value, doer, 'hold', move);
  await sayDone(turn, desk, person, ticket, () => words.done.held(ticket.key));
};

function toReason(value: unknown): HoldReason {
  return holdReasons.find((reason) => reason === value) ?? 'requester';
}
