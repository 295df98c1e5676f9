import type { Place } from '../../chat/refs.ts';
import type { TicketPatch } from '../change.ts';
import type { CardSlot, Ticket } from '../ticket.ts';

/**
 * Takes the talk of a ticket that becomes confidential out of places where others read along: it goes on in the
 * requester's direct conversation, and the card that lay before everyone shrinks.
 * @param shared those of the ticket's threads that others can read
 */
export function takenAside(ticket: Ticket, cards: readonly CardSlot[], shared: readonly Place[]): TicketPatch {
  const { thread, alsoIn, source } = ticket;
  const stillIn = alsoIn.filter((place) => !shared.includes(place));
  const others = stillIn.length === alsoIn.length ? {} : { alsoIn: stillIn };
  if (!thread || !shared.includes(thread)) return others;
  const moved = cards.map((slot) => (slot.card === 'requester' ? { ...slot, state: 'moved' as const } : slot));
  const aside: CardSlot = { id: `requester:${cards.length}`, card: 'requester', drawn: 0, state: 'live' };
  return { ...others, thread: undefined, source: { ...source, thread }, cards: [...moved, aside] };
}
