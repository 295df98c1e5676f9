import type { Card } from '../chat/card.ts';
import type { Chat } from '../chat/chat.ts';
import type { MessageRef, Place } from '../chat/refs.ts';
import { DeliveryError } from '../errors.ts';
import { type PeopleService, refOf } from '../people/people-service.ts';
import type { CardSlot, Ticket } from '../tickets/ticket.ts';
import { agentCard } from '../views/agent-card.ts';
import { movedCard } from '../views/moved-card.ts';
import { requesterCard } from '../views/requester-card.ts';
import type { CardPlaces } from './card-places.ts';
import type { Outcome } from './outcome.ts';
import { peopleOf, type ViewContexts } from './view-contexts.ts';

export interface CardDrawerParts {
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly places: CardPlaces;
  readonly contexts: ViewContexts;
}

/** A card that has shrunk to its last line is never drawn again. */
const finished = -1;

/** Draws a ticket's cards where they belong, from the ticket alone. */
export class CardDrawer {
  readonly #parts: CardDrawerParts;

  constructor(parts: CardDrawerParts) {
    this.#parts = parts;
  }

  /** Posts a card that lies nowhere yet. */
  async place(ticket: Ticket, slot: CardSlot, outcome: Outcome, mayHaveArrived: boolean): Promise<void> {
    if (slot.card === 'requester') return this.#placeRequester(ticket, slot, outcome, mayHaveArrived);
    const place = slot.person
      ? await this.#direct(slot.person)
      : await this.#parts.places.triage(ticket, slot.team ?? ticket.team);
    if (!place) return this.#giveToEach(ticket, slot, outcome, mayHaveArrived);
    await this.#post(ticket, slot, place, outcome, mayHaveArrived);
  }

  /** Draws a card anew. When the ticket has become confidential and lies before others' eyes, the card leaves. */
  async redraw(ticket: Ticket, slot: CardSlot, outcome: Outcome, mayHaveArrived: boolean): Promise<void> {
    if (!slot.message) return;
    if (slot.card === 'agent' && !slot.person && !(await this.#parts.places.mayLieIn(ticket, slot.message))) {
      await this.shrink(ticket, slot, outcome);
      return this.#giveToEach(ticket, { ...slot, drawn: finished }, outcome, mayHaveArrived);
    }
    await this.#parts.chat.at(slot.message).update(slot.message, await this.#card(ticket, slot, slot.message));
    outcome.lies({ ...slot, drawn: ticket.version });
  }

  /** The card of a team that has the ticket no more becomes one line. */
  async shrink(ticket: Ticket, slot: CardSlot, outcome: Outcome): Promise<void> {
    if (slot.message) {
      const context = await this.#parts.contexts.for(undefined, peopleOf(ticket));
      await this.#parts.chat.at(slot.message).update(slot.message, movedCard(ticket, slot.id, context));
    }
    outcome.lies({ ...slot, drawn: finished });
  }

  async #placeRequester(ticket: Ticket, slot: CardSlot, outcome: Outcome, mayHaveArrived: boolean): Promise<void> {
    if (!ticket.thread) return this.#beginThread(ticket, slot, outcome, mayHaveArrived);
    try {
      await this.#post(ticket, slot, ticket.thread, outcome, mayHaveArrived);
    } catch (error) {
      if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
      // The desk may not speak where the words stand: the requester hears of it directly.
      await this.#beginThread(ticket, slot, outcome, mayHaveArrived);
    }
  }

  async #beginThread(ticket: Ticket, slot: CardSlot, outcome: Outcome, mayHaveArrived: boolean): Promise<void> {
    const message = await this.#post(ticket, slot, await this.#direct(ticket.requester), outcome, mayHaveArrived);
    outcome.begins(this.#parts.chat.at(message).threadOf(message));
  }

  async #post(
    ticket: Ticket,
    slot: CardSlot,
    place: Place,
    outcome: Outcome,
    mayHaveArrived: boolean,
  ): Promise<MessageRef> {
    const adapter = this.#parts.chat.at(place);
    const message = await adapter.post(place, await this.#card(ticket, slot, place), { mayHaveArrived });
    outcome.posted();
    const thread = slot.card === 'agent' ? { thread: adapter.threadOf(message) } : {};
    outcome.lies({ ...slot, message, ...thread, drawn: ticket.version });
    return message;
  }

  /** No place may see it: each agent gets a card of their own. */
  async #giveToEach(ticket: Ticket, slot: CardSlot, outcome: Outcome, mayHaveArrived: boolean): Promise<void> {
    const team = slot.team ?? ticket.team;
    for (const person of await this.#parts.places.workers(team)) {
      const id = `${slot.id}:${person.id}`;
      if (ticket.cards.some((one) => one.id === id)) continue;
      const own: CardSlot = { id, card: 'agent', team, person: person.id, drawn: 0, state: 'live' };
      const adapter = this.#parts.chat.at(await this.#direct(person.id));
      const message = await adapter.post(await this.#direct(person.id), await this.#card(ticket, own, person.id), {
        mayHaveArrived,
      });
      outcome.posted();
      outcome.adds({ ...own, message, thread: adapter.threadOf(message), drawn: ticket.version });
    }
    outcome.lies({ ...slot, state: 'direct', drawn: finished });
  }

  async #card(ticket: Ticket, slot: CardSlot, place: Place): Promise<Card> {
    const reader = slot.person ?? (await this.#requesterIfAlone(ticket, slot, place));
    const person = reader ? await this.#parts.people.byId(reader) : undefined;
    const context = await this.#parts.contexts.for(person, peopleOf(ticket));
    return slot.card === 'requester' ? requesterCard(ticket, context) : agentCard(ticket, slot.id, context);
  }

  async #requesterIfAlone(ticket: Ticket, slot: CardSlot, place: Place): Promise<string | undefined> {
    if (slot.card !== 'requester') return undefined;
    const adapter = this.#parts.chat.at(place);
    return (await adapter.about(adapter.conversationOf(place))).isDirect ? ticket.requester : undefined;
  }

  async #direct(personId: string): Promise<Place> {
    const ref = refOf(await this.#parts.people.byId(personId), this.#parts.chat);
    return this.#parts.chat.at(ref).direct(ref);
  }
}
