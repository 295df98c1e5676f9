import type { FormEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { reopen } from '../src/tickets/moves/ending.ts';
import { reopenForm } from '../src/views/forms/reopen-form.ts';
import { stillBrokenForm } from '../src/views/forms/still-broken-form.ts';
import { sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';

/** Asks an agent why. */
export const askWhyToReopen = opens('reopen', 'reopen', reopenForm);

/** Asks the requester what is still wrong. */
export const askWhatIsBroken = opens('stillBroken', 'reopen', stillBrokenForm);

/** An agent opens a resolved ticket again. */
export const reopenTicket: FormFlow = async (turn, desk) => {
  const { person, ticket } = await reopenBy(turn, desk, 'reopen');
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.reopened(ticket.key));
};

/** It was not solved after all: the ticket goes on, and the agents hear what is still wrong. */
export const reportStillBroken: FormFlow = async (turn, desk) => {
  const { person, ticket } = await reopenBy(turn, desk, 'stillBroken');
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.stillBroken(ticket.key));
};

async function reopenBy(turn: Turn<FormEvent>, desk: Desk, action: 'reopen' | 'stillBroken') {
  const { person, doer } = await whoActs(turn, desk);
  const { note } = turn.event.values;
  const move = reopen(typeof note === 'string' ? note : undefined, desk.config().reopenWithinMs);
  return { person, ticket: await desk.tickets.change(turn.event.value, doer, action, move) };
}
