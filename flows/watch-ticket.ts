import { unwatch, watch } from '../src/tickets/moves/relations.ts';
import { doneCard } from '../src/views/done-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/** Somebody wants to hear what becomes of a ticket. The card does not name watchers, so they are told. */
export const watchTicket: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.change(turn.event.value, doer, 'watch', watch(person.id));
  const { words } = await contextFor(desk, person);
  await turn.whisper(doneCard(words.done.watching(ticket.key)));
};

/** …and no more. */
export const unwatchTicket: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.change(turn.event.value, doer, 'unwatch', unwatch(person.id));
  const { words } = await contextFor(desk, person);
  await turn.whisper(doneCard(words.done.notWatching(ticket.key)));
};
