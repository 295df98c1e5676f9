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
import type { Sending } from './outcome.ts';
import { peopleOf, type ViewContexts } from './view-contexts.ts';

export interface CardDrawerParts {
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly places: CardPlaces;
  readonly contexts: ViewContexts;
}

type LyingSlot = CardSlot & { readonly message: MessageRef };

/** A card that has shrunk to its last line is never drawn again. */
const finished = -1;

/** Draws a ticket's cards where they belong, from the ticket alone. */
export class CardDrawer {
  readonly #parts: CardDrawerParts;

  constructor(parts: CardDrawerParts) {
    this.#parts = parts;
  }

  /** Posts a card that lies nowhere yet. */
  async place(sending: Sending, slot: CardSlot): Promise<void> {
    if (slot.card === 'requester') return this.#placeRequester(sending, slot);
    const { ticket } = sending;
    const place = slot.person
      ? await this.#direct(slot.person)
      : await this.#parts.places.triage(ticket, slot.team ?? ticket.team);
    if (!place) return this.#giveToEach(sending, slot);
    sending.outcome.lies(await this.#post(sending, slot, place));
  }

  /** Draws a card anew. When the ticket has become confidential and lies before others' eyes, the card leaves. */
  async redraw(sending: Sending, slot: CardSlot): Promise<void> {
    const { ticket, outcome } = sending;
    if (!slot.message) return;
    if (slot.card === 'agent' && !slot.person && !(await this.#parts.places.mayLieIn(ticket, slot.message))) {
      await this.shrink(sending, slot);
      return this.#giveToEach(sending, slot);
    }
    try {
      await this.#parts.chat.at(slot.message).update(slot.message, await this.#card(ticket, slot, slot.message));
      outcome.lies({ ...slot, drawn: ticket.version });
    } catch (error) {
      if (!(error instanceof DeliveryError) || !error.isGone) throw error;
      await this.place(sending, slot); // somebody has deleted the card, and the ticket goes on
    }
  }

  /** The card of a team that has the ticket no more becomes one line. */
  async shrink({ ticket, outcome }: Sending, slot: CardSlot): Promise<void> {
    if (slot.message) {
      const context = await this.#parts.contexts.for(undefined, peopleOf(ticket));
      await this.#parts.chat.at(slot.message).update(slot.message, movedCard(ticket, slot.id, context));
    }
    outcome.lies({ ...slot, drawn: finished });
  }

  async #placeRequester(sending: Sending, slot: CardSlot): Promise<void> {
    const { ticket, outcome } = sending;
    if (!ticket.thread) return this.#beginThread(sending, slot);
    try {
      outcome.lies(await this.#post(sending, slot, ticket.thread));
    } catch (error) {
      if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
      // The desk may not speak where the words stand: the requester hears of it directly.
      await this.#beginThread(sending, slot);
    }
  }

  async #beginThread(sending: Sending, slot: CardSlot): Promise<void> {
    const lying = await this.#post(sending, slot, await this.#direct(sending.ticket.requester));
    sending.outcome.lies(lying);
    sending.outcome.begins(this.#parts.chat.at(lying.message).threadOf(lying.message));
  }

  async #post({ ticket, outcome, mayHaveArrived }: Sending, slot: CardSlot, place: Place): Promise<LyingSlot> {
    const adapter = this.#parts.chat.at(place);
    const card = await this.#card(ticket, slot, place);
    const message = await adapter.post(place, card, { mayHaveArrived });
    // What an earlier life has posted and is found again shows the ticket as it was then.
    if (mayHaveArrived) await adapter.update(message, card);
    outcome.posted();
    const thread = slot.card === 'agent' ? { thread: adapter.threadOf(message) } : {};
    return { ...slot, message, ...thread, drawn: ticket.version };
  }

  /**
   * No place may see it: each agent gets a card of their own. Who cannot be reached is left out.
   * @throws DeliveryError when it is tried again, or when nobody can be reached
   */
  async #giveToEach(sending: Sending, slot: CardSlot): Promise<void> {
    const { ticket, outcome } = sending;
    const team = slot.team ?? ticket.team;
    let reached = 0;
    for (const person of await this.#parts.places.workers(team)) {
      const own: CardSlot = {
        id: `${slot.id}:${person.id}`,
        card: 'agent',
        team,
        person: person.id,
        drawn: 0,
        state: 'live',
      };
      const hasOne = ticket.cards.some((one) => one.id === own.id);
      if (hasOne || (await this.#reaches(sending, own))) reached += 1;
    }
    if (reached === 0) throw nobodyReached(ticket.key, team);
    outcome.lies({ ...slot, state: 'direct', drawn: finished });
  }

  async #reaches(sending: Sending, own: CardSlot): Promise<boolean> {
    try {
      sending.outcome.adds(await this.#post(sending, own, await this.#direct(own.person ?? '')));
      return true;
    } catch (error) {
      if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
      return false;
    }
  }

  async #card(ticket: Ticket, slot: CardSlot, place: Place): Promise<Card> {
    const reader = slot.person ?? (await this.#requesterIfAlone(ticket, slot, place));
    const person = reader ? await this.#parts.people.byId(reader) : undefined;
    const context = await this.#parts.contexts.for(person, peopleOf(ticket));
    if (slot.card === 'agent') return agentCard(ticket, slot.id, context);
    const { thread } = ticket;
    const isInChat = thread !== undefined && this.#parts.chat.at(thread).conversationOf(thread) === thread;
    return requesterCard(ticket, context, { isInChat });
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

function nobodyReached(key: string, team: string): DeliveryError {
  const advice = `${key} is for the team "${team}", and nobody of it can be reached. Check its agents in desk.yaml.`;
  return new DeliveryError('nobody_reached', advice, { isPermanent: true });
}
