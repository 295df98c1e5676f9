import type { MessageEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { hear, reply } from '../src/tickets/moves/talking.ts';
import { may } from '../src/tickets/permissions.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { smallTalkIn } from '../src/triage/small-talk.ts';
import { reopenOffer } from '../src/views/reopen-offer.ts';
import { sendOffer } from '../src/views/send-offer.ts';
import { type Acting, contextFor, whoActs } from './acting.ts';
import { offerPromise } from './promise-update.ts';
import { raiseByMessage } from './raise-by-message.ts';
import { remarkFrom } from './remark-from.ts';
import { offerTranslation } from './send-translation.ts';

/** Words in a ticket's thread reach the other side; what agents say among themselves stays there until they send it. */
export async function continueTalk(turn: Turn<MessageEvent>, desk: Desk, ticket: Ticket): Promise<void> {
  const { event } = turn;
  if (event.message === ticket.source.message) return;
  desk.journal.concerns(event.id, ticket.key);
  const acting = await whoActs(turn, desk);
  const isAmongAgents = ticket.cards.some((slot) => slot.card === 'agent' && slot.thread === event.thread);
  if (isAmongAgents) return noteAmongAgents(turn, desk, ticket, acting);
  const isRequester = acting.person.id === ticket.requester;
  // The words of a confidential ticket stand before others, whose answers there are none of its business.
  if (event.thread === ticket.source.thread && !isRequester) return;
  if (!isRequester && may(acting.doer.actor, 'reply', ticket)) return answerRequester(turn, desk, ticket, acting);
  await hearRequester(turn, desk, ticket, acting);
}

async function noteAmongAgents(
  turn: Turn<MessageEvent>,
  desk: Desk,
  ticket: Ticket,
  { person, doer }: Acting,
): Promise<void> {
  const { event } = turn;
  const remark = remarkFrom(event, ticket, person, { side: 'agent', visibility: 'internal', text: event.text });
  await desk.remarks.insert(remark);
  await desk.courier.said(ticket.key);
  if (may(doer.actor, 'reply', ticket)) {
    await turn.whisper(sendOffer(remark.id, ticket, await contextFor(desk, person, [ticket])));
  }
}

/** An agent wrote in the requester's own thread: that is an answer. */
async function answerRequester(
  turn: Turn<MessageEvent>,
  desk: Desk,
  ticket: Ticket,
  { person, doer }: Acting,
): Promise<void> {
  const { event } = turn;
  const remark = remarkFrom(event, ticket, person, { side: 'agent', visibility: 'public', text: event.text });
  await desk.remarks.insert(remark);
  await desk.tickets.changeByDesk(ticket.key, person.id, doer.event, reply(remark.id));
  await desk.courier.said(ticket.key);
  await offerPromise(turn, desk, { person }, ticket, event.text);
  offerTranslation(turn, desk, person, ticket, remark);
}

async function hearRequester(
  turn: Turn<MessageEvent>,
  desk: Desk,
  ticket: Ticket,
  { person, doer }: Acting,
): Promise<void> {
  const { event } = turn;
  const isSmallTalk = event.files.length === 0 && smallTalkIn(event.text) !== undefined;
  if (ticket.status === 'closed' || ticket.status === 'cancelled') {
    if (!isSmallTalk) await raiseByMessage(turn, desk, await desk.places.channel(event.place), ticket);
    return;
  }
  await desk.remarks.insert(
    remarkFrom(event, ticket, person, { side: 'requester', visibility: 'public', text: event.text }),
  );
  const speaksForRequester = person.id === ticket.requester || ticket.watchers.includes(person.id);
  if (speaksForRequester) await desk.tickets.changeByDesk(ticket.key, person.id, doer.event, hear);
  await desk.courier.said(ticket.key);
  if (ticket.status === 'resolved' && person.id === ticket.requester && !isSmallTalk) {
    await turn.whisper(reopenOffer(ticket, await contextFor(desk, person, [ticket])));
  }
}
