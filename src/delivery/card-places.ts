import { LRUCache } from 'lru-cache';
import type { Chat } from '../chat/chat.ts';
import type { Place } from '../chat/refs.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { PeopleService } from '../people/people-service.ts';
import type { Person } from '../people/person.ts';
import { workersOf } from '../people/roles.ts';
import type { PlacesService } from '../places/places-service.ts';
import { maySee } from '../tickets/permissions.ts';
import type { Ticket } from '../tickets/ticket.ts';

export interface CardPlacesParts {
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly places: PlacesService;
  readonly config: () => DeskConfig;
}

const audienceLastsMs = 60_000;

/** Where the agents' card of a ticket may lie. */
export class CardPlaces {
  readonly #parts: CardPlacesParts;
  readonly #audiences = new LRUCache<Place, readonly Person[]>({ max: 200, ttl: audienceLastsMs });

  constructor(parts: CardPlacesParts) {
    this.#parts = parts;
  }

  /** The team's triage place, if there is one and everybody in it may see the ticket. */
  async triage(ticket: Ticket, team: string): Promise<Place | undefined> {
    const place = await this.#parts.places.triage(team);
    if (!place || !ticket.confidential) return place;
    return (await this.mayLieIn(ticket, place)) ? place : undefined;
  }

  /** A confidential ticket lies only where it is private and all who are there may see it. */
  async mayLieIn(ticket: Ticket, place: Place): Promise<boolean> {
    if (!ticket.confidential) return true;
    const conversation = this.#parts.chat.at(place).conversationOf(place);
    const { isPrivate } = await this.#parts.chat.at(conversation).about(conversation);
    if (!isPrivate) return false;
    const audience = await this.#audience(conversation);
    return audience.every((person) => maySee(this.#parts.people.actor(person), ticket));
  }

  /** Everybody who works in the team and can be reached, for a card of their own. */
  async workers(teamId: string): Promise<readonly Person[]> {
    const team = this.#parts.config().teams.find(({ id }) => id === teamId);
    if (!team) return [];
    const people = await Promise.all(workersOf(team).map((entry) => this.#parts.people.byEntry(entry)));
    return people.filter((person) => person !== undefined).filter((person) => person.isActive);
  }

  async #audience(conversation: Place): Promise<readonly Person[]> {
    const known = this.#audiences.get(conversation);
    if (known) return known;
    const refs = await this.#parts.chat.at(conversation).members(conversation);
    const people = await Promise.all(refs.map((ref) => this.#parts.people.byRef(ref)));
    this.#audiences.set(conversation, people);
    return people;
  }
}
