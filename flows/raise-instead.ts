import type { Place } from '../src/chat/refs.ts';
import type { Desk } from '../src/desk.ts';
import { idInstead, type Remark } from '../src/tickets/conversation.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import type { Source, Ticket } from '../src/tickets/ticket.ts';
import { raisedCard } from '../src/views/raised-card.ts';
import { type Acting, contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { raiseIssue } from './raise-issue.ts';

/** Words that the desk took for a part of a ticket are an issue of their own: they leave the one and raise the other. */
export const raiseInstead: ActionFlow = async (turn, desk) => {
  const acting = await whoActs(turn, desk);
  const { person } = acting;
  const [key = '', message = ''] = turn.event.value.split(' ');
  const remark = await desk.remarks.find(message);
  if (!remark?.thread || remark.ticket !== key || remark.author !== person.id) {
    throw new Refusal({ kind: 'notFound', key });
  }
  const { ticket, isNew } = await raiseFrom(desk, remark, remark.thread, acting);
  if (!remark.deletedAt) {
    await desk.remarks.change(remark.id, { deletedAt: desk.clock.now() });
    await desk.courier.said(key);
  }
  await turn.replace(raisedCard(ticket, await contextFor(desk, person, [ticket]), { isNew }));
};

async function raiseFrom(
  desk: Desk,
  { id, text, files, at }: Remark,
  thread: Place,
  { person, doer }: Acting,
): Promise<{ readonly ticket: Ticket; readonly isNew: boolean }> {
  const { isDirect } = await desk.chat.at(thread).about(thread);
  const source: Source = { via: isDirect ? 'direct' : 'mention', key: id, message: id, files };
  return raiseIssue(desk, {
    ...{ words: text, requester: person, raisedBy: person, source, at, thread, event: doer.event },
    wordsId: idInstead(id),
    isShared: !isDirect,
    team: (await desk.places.channel(thread))?.team,
  });
}
