import { reply } from '../src/tickets/moves/talking.ts';
import { requirePermission } from '../src/tickets/permissions.ts';
import { replyForm } from '../src/views/forms/reply-form.ts';
import { personSpan } from '../src/views/ticket-facts.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { ActionFlow, FormFlow } from './flow.ts';
import { offerPromise, promisedBy, promiseWith } from './promise-update.ts';
import { remarkFrom } from './remark-from.ts';
import { fillsIn, repliesFor, saveReply } from './saved-replies.ts';
import { offerTranslation } from './send-translation.ts';

/** Asks for the words. */
export const askForReply: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.get(turn.event.value, doer.actor);
  requirePermission(doer.actor, 'reply', ticket);
  const [context, replies] = await Promise.all([contextFor(desk, person, [ticket]), repliesFor(desk, ticket)]);
  await turn.openForm(replyForm(ticket, context, { replies }));
};

/** An agent answers: the words go to the requester, and the team sees them too. */
export const replyToRequester: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const before = await desk.tickets.get(turn.event.value, doer.actor);
  requirePermission(doer.actor, 'reply', before);
  if (await fillsIn(turn, desk, person, before)) return;
  const note = turn.event.values.filled ?? turn.event.values.note;
  if (typeof note !== 'string')
    return turn.formProblem('note', (await contextFor(desk, person)).words.problems.required);
  const by = await promisedBy(turn, desk, person);
  if (by === undefined) return;
  const remark = remarkFrom(turn.event, before, person, { side: 'agent', visibility: 'public', text: note });
  await desk.remarks.insert(remark);
  const answered = await desk.tickets.change(before.key, doer, 'reply', reply(remark.id));
  const ticket = by ? await promiseWith(desk, answered, doer, by) : answered;
  await desk.courier.said(ticket.key);
  await sayDone(turn, desk, person, ticket, (context) =>
    context.words.done.replied(ticket.key, personSpan(ticket.requester, context)),
  );
  await saveReply(turn, desk, person, before, note);
  if (!by) await offerPromise(turn, desk, { person }, ticket, note);
  offerTranslation(turn, desk, person, ticket, remark);
};
