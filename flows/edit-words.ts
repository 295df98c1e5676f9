import type { MessageEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import { NotYet } from '../src/delivery/inbox.ts';
import type { Desk } from '../src/desk.ts';
import { hasHidden } from '../src/secrets/hide-secrets.ts';
import { idInstead } from '../src/tickets/conversation.ts';
import { isNewDescription, redescribe } from '../src/tickets/moves/describing.ts';
import { titleFrom } from '../src/triage/title.ts';

/** Somebody changed their words or took them back: so do the ticket and every copy of them. */
export async function editWords(turn: Turn<MessageEvent>, desk: Desk): Promise<void> {
  const { event } = turn;
  const text = event.change === 'deleted' ? undefined : event.text;
  const ticket = await desk.ticketStore.findBySource(event.message);
  if (ticket && isNewDescription(ticket, text)) {
    const isTitleOurs = ticket.title === titleFrom(ticket.description, ticket.title);
    const title = isTitleOurs && text !== undefined ? titleFrom(text, ticket.title) : undefined;
    await desk.tickets.changeByDesk(ticket.key, ticket.requester, event.id, redescribe(text, title));
  }
  const remark = await desk.remarks.find(event.message);
  const kept = [remark, await desk.remarks.find(idInstead(event.message))].filter((one) => one !== undefined);
  const change = text === undefined ? { deletedAt: event.at } : { text, editedAt: event.at };
  for (const one of kept) {
    // Who deletes a message because of a secret in it loses none of the words around it.
    if (text === undefined && hasHidden(one.text)) continue;
    await desk.remarks.change(one.id, change);
    await desk.courier.said(one.ticket);
  }
  // The edit may be delivered before the message itself has been handled.
  if (!ticket && kept.length === 0 && (await isOurs(event, desk)))
    throw new NotYet('the message that was edited is not known so far');
}

async function isOurs(event: MessageEvent, desk: Desk): Promise<boolean> {
  if (event.setting === 'direct') return true;
  return (
    (await desk.places.channel(event.place))?.open === 'message' ||
    (await desk.ticketStore.inThread(event.thread)).length > 0
  );
}
