import type { MessageEvent } from '../src/chat/event.ts';
import { NotYet } from '../src/delivery/inbox.ts';
import type { Desk } from '../src/desk.ts';
import { isOpen, type Ticket } from '../src/tickets/ticket.ts';
import { continueTalk } from './continue-talk.ts';
import { editWords } from './edit-words.ts';
import type { Flow } from './flow.ts';
import { goingOn } from './going-on.ts';
import { hearAlert } from './hear-alert.ts';
import { hearInChat } from './hear-in-chat.ts';
import { raiseByMessage } from './raise-by-message.ts';

/** Somebody wrote: in a ticket's thread it belongs to the ticket, else it may be an issue, else it is none of our business. */
export const hearMessage: Flow<MessageEvent> = async (turn, desk) => {
  const { event } = turn;
  if (event.isFromBot) return hearAlert(turn, desk);
  if (event.change !== 'new') return editWords(turn, desk);
  if (event.thread === event.place) return hearInChat(turn, desk);
  const ticket = await ticketIn(event.thread, desk);
  if (ticket) return continueTalk(turn, desk, ticket);
  if (await isUnderNewCard(event, desk)) throw new NotYet('the card that this answers is not noted so far');
  const channel = event.setting === 'direct' ? undefined : await desk.places.channel(event.place);
  const isListened = channel?.open === 'message';
  if (event.setting === 'direct' || event.mentionsDesk || (isListened && !event.isReply)) {
    return raiseByMessage(turn, desk, channel);
  }
  // A reply may be delivered before the message that it answers has become a ticket, or before the card under which it
  // stands is noted.
  if (event.isReply && (isListened || (await desk.places.isTriage(event.place)))) {
    throw new NotYet('the message that this answers is no ticket so far');
  }
};

/**
 * What agents answer in a triage place, or anybody under a message of the desk's own, may be a card that was posted a moment
 * ago.
 */
async function isUnderNewCard(event: MessageEvent, desk: Desk): Promise<boolean> {
  const { isReply, setting, place, thread, attempt = 1 } = event;
  if (!isReply || attempt > 2) return false;
  if (setting !== 'direct') return desk.places.isTriage(place);
  const adapter = desk.chat.at(thread);
  const root = adapter.rootOf(thread);
  return root !== undefined && ((await adapter.message(root))?.isFromBot ?? false);
}

/** The thread's ticket: the open one, else the one that was last alive. Where it was merged, the one that goes on. */
async function ticketIn(thread: string, desk: Desk): Promise<Ticket | undefined> {
  const tickets = await desk.ticketStore.inThread(thread);
  const found = tickets.find(isOpen) ?? tickets.find(({ status }) => status === 'resolved') ?? tickets[0];
  return found && goingOn(found, desk);
}
