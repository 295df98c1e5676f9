import type { ActionEvent, ChatEvent, FormEvent } from '../src/chat/event.ts';
import type { Text } from '../src/chat/text.ts';
import type { Turn } from '../src/chat/turn.ts';
import { peopleOf } from '../src/delivery/view-contexts.ts';
import type { Desk } from '../src/desk.ts';
import type { Person } from '../src/people/person.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import type { Doer } from '../src/tickets/ticket-service.ts';
import { doneCard } from '../src/views/done-card.ts';
import type { ViewContext } from '../src/views/view-context.ts';

export interface Acting {
  readonly person: Person;
  readonly doer: Doer;
}

/** Who is behind an event, and with which rights they act. */
export async function whoActs(turn: Turn<ChatEvent>, desk: Desk): Promise<Acting> {
  const person = await desk.people.byRef(turn.event.person);
  return { person, doer: { actor: desk.people.actor(person), event: turn.event.id } };
}

/** What a view for this person about these tickets needs to know. */
export function contextFor(
  desk: Desk,
  person: Person,
  tickets: readonly Ticket[] = [],
  ids: readonly string[] = [],
): Promise<ViewContext> {
  return desk.contexts.for(person, [...tickets.flatMap((ticket) => [...peopleOf(ticket)]), ...ids]);
}

/**
 * Tells the person that it is done, where they would not see it otherwise: a card that lies in the ticket's own thread is
 * drawn anew by itself.
 */
export async function sayDone(
  turn: Turn<ActionEvent | FormEvent>,
  desk: Desk,
  person: Person,
  ticket: Ticket,
  text: (context: ViewContext) => Text,
): Promise<void> {
  const { event } = turn;
  const isOnWhisper = event.kind === 'action' && event.clickedIn === 'whisper';
  if (
    !isOnWhisper &&
    event.thread &&
    isInThreadOf(ticket, event.thread, event.kind === 'action' ? event.card : undefined)
  )
    return;
  const card = doneCard(text(await contextFor(desk, person, [ticket])));
  await (isOnWhisper ? turn.replace(card) : turn.whisper(card));
}

function isInThreadOf(ticket: Ticket, thread: string, card: string | undefined): boolean {
  const ownThreads = [ticket.thread, ...ticket.cards.map((slot) => slot.thread)];
  return ownThreads.includes(thread) || ticket.cards.some((slot) => slot.message === card && card !== undefined);
}
