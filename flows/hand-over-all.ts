import { handOverFrom } from '../src/duty/hand-over.ts';
import { handedOverCard } from '../src/views/absence-card.ts';
import { doneCard } from '../src/views/done-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/** Everything that somebody holds who is away goes to those who are there; the message says what went to whom. */
export const handOverAll: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const holder = turn.event.value;
  const now = desk.clock.now();
  const isAway = await desk.duty.isAbsent(holder, now);
  const all = isAway ? await handOverFrom(holder, doer, { ...desk, now }) : [];
  const receivers = all.flatMap(({ to }) => (to === undefined ? [] : [to]));
  const context = await contextFor(desk, person, [], [holder, ...receivers]);
  const card = isAway
    ? handedOverCard(holder, all, context)
    : doneCard(context.words.duty.isThere(context.person(holder)));
  await (turn.event.card ? turn.replace(card) : turn.whisper(card));
};
