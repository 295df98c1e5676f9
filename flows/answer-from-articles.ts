import type { ActionEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { Move } from '../src/tickets/change.ts';
import { answerFailed, solvedByAnswer } from '../src/tickets/moves/answering.ts';
import { requirePermission } from '../src/tickets/permissions.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import type { TicketAnswer } from '../src/tickets/ticket-answer.ts';
import { answerCard, titlesOf } from '../src/views/answer-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/** That solved it: the requester resolves their ticket, whoever has claimed it meanwhile. */
export const solvedByArticles: ActionFlow = async (turn, desk) => {
  const { words } = await desk.contexts.for(undefined);
  await endOffer(turn, desk, 'confirm', (answer) => solvedByAnswer(words.knowledge.solvedBy(titlesOf(answer))));
};

/** It did not: the ticket goes on as if nothing had been offered. */
export const notSolvedByArticles: ActionFlow = (turn, desk) => endOffer(turn, desk, 'stillBroken', () => answerFailed);

/** A second click finds it said already, and shows what was said. */
async function endOffer(
  turn: Turn<ActionEvent>,
  desk: Desk,
  action: 'confirm' | 'stillBroken',
  move: (answer: TicketAnswer) => Move,
): Promise<void> {
  const { person, doer } = await whoActs(turn, desk);
  const before = await desk.tickets.get(turn.event.value, doer.actor);
  requirePermission(doer.actor, action, before);
  if (!before.answer) throw new Refusal({ kind: 'notFound', key: before.key });
  const isOver = before.answer.state !== 'offered';
  const ticket = isOver ? before : await desk.tickets.change(before.key, doer, action, move(before.answer));
  const context = await contextFor(desk, person, [ticket]);
  await turn.replace(answerCard(ticket, ticket.answer ?? before.answer, context));
}
