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
  const person = await desk.people.acting(turn.event.person);
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
 * Tells the person that it is done, where they would not see it otherwise. A card that lies in the ticket's own thread is
 * drawn anew by itself; another message whose button was clicked (a question, a list) is answered in its place.
 */
export async function sayDone(
  turn: Turn<ActionEvent | FormEvent>,
  desk: Desk,
  person: Person,
  ticket: Ticket,
  text: (context: ViewContext) => Text,
): Promise<void> {
  const { event } = turn;
  const clicked = event.kind === 'action' ? event.card : undefined;
  if (clicked && ticket.cards.some((slot) => slot.message === clicked)) return;
  const isInThread = event.thread !== undefined && isThreadOf(ticket, event.thread);
  if (event.kind === 'form' && isInThread) return;
  const card = doneCard(text(await contextFor(desk, person, [ticket])));
  const isAnswered =
    event.kind === 'action' && (event.clickedIn === 'whisper' || (clicked !== undefined && isInThread));
  await (isAnswered ? turn.replace(card) : turn.whisper(card));
}

function isThreadOf(ticket: Ticket, thread: string): boolean {
  return (
    ticket.thread === thread || ticket.alsoIn.includes(thread) || ticket.cards.some((slot) => slot.thread === thread)
  );
}
