import type { Card } from '../chat/card.ts';
import type { Chat } from '../chat/chat.ts';
import type { MessageRef, Place } from '../chat/refs.ts';
import { DeliveryError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type PeopleService, refOf } from '../people/people-service.ts';
import type { Person } from '../people/person.ts';
import type { SecretDrop } from '../secrets/secret-drop.ts';
import type { SecretDrops } from '../secrets/secret-drops.ts';
import { liveAgentThreads } from '../tickets/moves/escalation.ts';
import { noteSecret } from '../tickets/moves/secrets.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { TicketService } from '../tickets/ticket-service.ts';
import { enterSecretCard, openSecretCard, secretStateCard } from '../views/secret-drop-card.ts';
import type { ViewContext } from '../views/view-context.ts';
import { peopleOf, type ViewContexts } from './view-contexts.ts';

export interface SecretTellerParts {
  readonly drops: SecretDrops;
  readonly tickets: TicketService;
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly contexts: ViewContexts;
  readonly log: Log;
}

interface Hearing {
  readonly place: Place;
  readonly reader?: Person;
}

/**
 * Tells both sides of a secret's way, and the ticket's history; never what it is. What has a key in it is said at once and
 * by itself: what the courier owes is written down, and a key is written down nowhere.
 */
export class SecretTeller {
  readonly #parts: SecretTellerParts;

  constructor(parts: SecretTellerParts) {
    this.#parts = parts;
  }

  /** The requester is asked to enter a secret. @throws DeliveryError when they cannot be told */
  async ask(drop: SecretDrop, url: string, ticket: Ticket): Promise<void> {
    await this.note(drop, 'askSecret', drop.askedBy);
    const hearing = await this.#alone(ticket, drop.from);
    const entry = await this.#post([hearing], ticket, drop, (context) => enterSecretCard(drop, url, ticket, context));
    await this.#parts.drops.noteCards(drop.id, { entry });
  }

  /** It was entered: whoever may open it gets the button that says the key. @throws DeliveryError when nobody could be told */
  async hand(drop: SecretDrop, key: string): Promise<void> {
    const ticket = await this.#goingOn(drop.ticket);
    if (!ticket) throw new DeliveryError('gone', `${drop.ticket} is not there any more`, { isPermanent: true });
    const hearings =
      drop.to === 'team'
        ? liveAgentThreads(ticket).map((place) => ({ place }))
        : [await this.#alone(ticket, ticket.requester)];
    const open = await this.#post(hearings, ticket, drop, (context) => openSecretCard(drop, key, ticket, context));
    await this.#parts.drops.noteCards(drop.id, { open });
    await this.note(drop, 'sendSecret', drop.from);
    await this.#redraw(drop, drop.entryCards, 'enter');
  }

  /** It was opened; the history says so by now. */
  opened(drop: SecretDrop): Promise<void> {
    return this.#tellBoth(drop);
  }

  /** Those whose time is over. Safe to repeat, and for several processes at once. */
  async sweep(): Promise<void> {
    for (let drop = await this.#parts.drops.expireOne(); drop; drop = await this.#parts.drops.expireOne()) {
      await this.note(drop, 'loseSecret', 'desk');
      await this.#tellBoth(drop);
    }
  }

  /** In the history: that it happened, by whom. */
  async note({ id, ticket }: SecretDrop, move: Parameters<typeof noteSecret>[0], by: string): Promise<void> {
    await this.#parts.tickets.changeByDesk(ticket, by, `secret:${id}:${move}`, noteSecret(move));
  }

  async #tellBoth(drop: SecretDrop): Promise<void> {
    await this.#redraw(drop, drop.openCards, 'open');
    if (drop.entryCards.length > 0) return this.#redraw(drop, drop.entryCards, 'enter');
    // Who offered it was shown the link in passing: they hear of it in a message of its own.
    const ticket = await this.#parts.tickets.find(drop.ticket);
    if (!ticket) return;
    await this.#alone(ticket, drop.from)
      .then((hearing) => this.#post([hearing], ticket, drop, (context) => secretStateCard(drop, context, 'enter')))
      .catch((error: unknown) => this.#notTold(drop, error));
  }

  /** The ticket, or the one that it was merged into. */
  async #goingOn(key: string): Promise<Ticket | undefined> {
    const ticket = await this.#parts.tickets.find(key);
    return ticket?.mergedInto ? this.#goingOn(ticket.mergedInto) : ticket;
  }

  /** Where a person alone reads: their own thread when it is a direct one, else directly. */
  async #alone(ticket: Ticket, personId: string): Promise<Hearing> {
    const { chat, people } = this.#parts;
    const person = await people.byId(personId);
    const reader = person ? { reader: person } : {};
    if (ticket.thread && personId === ticket.requester) {
      const adapter = chat.at(ticket.thread);
      if ((await adapter.about(adapter.conversationOf(ticket.thread))).isDirect)
        return { place: ticket.thread, ...reader };
    }
    const ref = refOf(person, chat);
    return { place: await chat.at(ref).direct(ref), ...reader };
  }

  async #post(
    hearings: readonly Hearing[],
    ticket: Ticket,
    drop: SecretDrop,
    card: (context: ViewContext) => Card,
  ): Promise<readonly MessageRef[]> {
    const { chat } = this.#parts;
    const posted: MessageRef[] = [];
    let failure: unknown = new DeliveryError('gone', `nobody is there to be told of ${ticket.key}`, {
      isPermanent: true,
    });
    for (const { place, reader } of hearings) {
      try {
        posted.push(
          await chat.at(place).post(place, card(await this.#context(drop, ticket, reader)), { urgency: 'prompt' }),
        );
      } catch (error) {
        failure = error;
      }
    }
    if (posted.length === 0) throw failure;
    return posted;
  }

  /** A card that cannot be drawn anew still opens nothing. */
  async #redraw(drop: SecretDrop, messages: readonly MessageRef[], side: 'enter' | 'open'): Promise<void> {
    const { chat, people } = this.#parts;
    const reader = side === 'enter' ? await people.byId(drop.from) : undefined;
    const context = await this.#context(drop, undefined, reader);
    for (const message of messages) {
      const card = secretStateCard(drop, context, side);
      await chat
        .at(message)
        .update(message, card)
        .catch((error: unknown) => this.#notTold(drop, error));
    }
  }

  #context({ from, askedBy, opened }: SecretDrop, ticket: Ticket | undefined, reader?: Person): Promise<ViewContext> {
    const named = [from, askedBy, ...(opened ? [opened.by] : [])];
    return this.#parts.contexts.for(reader, ticket ? peopleOf(ticket, named) : named);
  }

  #notTold({ ticket }: SecretDrop, error: unknown): void {
    this.#parts.log.warn({ err: error, ticket }, 'what became of a secret could not be told');
  }
}
