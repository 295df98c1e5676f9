import { changeOf, type Move } from '../change.ts';
import type { ConsiderationStep } from '../consideration.ts';
import { requireStart } from '../lifecycle.ts';
import { Refusal } from '../refusal.ts';
import { isOpen, type Ticket } from '../ticket.ts';
import type { TicketAnswer } from '../ticket-answer.ts';
import { needless, watchersHear } from './ending.ts';

/** An answer is offered once, and not to somebody whom a person is already talking to. */
export const offerAnswer =
  (answer: TicketAnswer) =>
  (ticket: Ticket): ConsiderationStep | undefined => {
    if (!isOpen(ticket) || ticket.answer || ticket.respondedAt) return undefined;
    return { set: { answer }, owes: [{ notice: 'answerOffered', to: 'requester' }] };
  };

/**
 * The requester says that the articles solved it: no agent was needed. Whoever works on it is told.
 * @param note names the articles
 */
export const solvedByAnswer =
  (note: string): Move =>
  (ticket, context) => {
    requireStart('resolve', ticket);
    const answer = offered(ticket);
    return changeOf(ticket, context, 'resolve', {
      set: {
        status: 'resolved',
        hold: undefined,
        ...needless(ticket),
        resolution: { code: 'answered', note, by: context.by },
        resolvedAt: context.now,
        resolvedDay: context.today,
        answer: { ...answer, state: 'solved', endedAt: context.now, solvedDay: context.today },
      },
      note,
      owes: [
        ...(ticket.assignee ? [{ notice: 'answerSolved', to: 'agents', note } as const] : []),
        ...watchersHear(ticket, context, 'watchedResolved', note),
      ],
    });
  };

/** It did not help: the ticket goes on, and is thought about again. */
export const answerFailed: Move = (ticket, context) => {
  const answer = offered(ticket);
  return changeOf(ticket, context, 'answerFailed', {
    set: { answer: { ...answer, state: 'failed', endedAt: context.now } },
    owes: isOpen(ticket) ? [{ consider: true }] : [],
  });
};

function offered({ answer, key, status }: Ticket): TicketAnswer {
  if (answer?.state !== 'offered') throw new Refusal({ kind: 'wrongState', key, status });
  return answer;
}
