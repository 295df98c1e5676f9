import type { Chat } from '../chat/chat.ts';
import type { Place } from '../chat/refs.ts';
import { DeliveryError } from '../errors.ts';
import { type PeopleService, refOf } from '../people/people-service.ts';
import type { Person } from '../people/person.ts';
import type { NoticeEffect } from '../tickets/effects.ts';
import { liveAgentThreads } from '../tickets/moves/escalation.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { noticeCard } from '../views/notice-card.ts';
import type { Outcome } from './outcome.ts';
import { peopleOf, type ViewContexts } from './view-contexts.ts';

export interface NoticeTellerParts {
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly contexts: ViewContexts;
}

/** Tells somebody what became of a ticket, in its thread or directly. */
export class NoticeTeller {
  readonly #parts: NoticeTellerParts;

  constructor(parts: NoticeTellerParts) {
    this.#parts = parts;
  }

  async tell(ticket: Ticket, effect: NoticeEffect, outcome: Outcome, mayHaveArrived: boolean): Promise<void> {
    if (typeof effect.to === 'object') {
      await this.#direct(ticket, effect, effect.to.person, outcome, mayHaveArrived);
    } else if (effect.to === 'agents') {
      for (const thread of liveAgentThreads(ticket))
        await this.#post(ticket, effect, thread, undefined, outcome, mayHaveArrived);
    } else {
      await this.#tellRequester(ticket, effect, outcome, mayHaveArrived);
    }
    outcome.did(effect.id);
  }

  async #tellRequester(ticket: Ticket, effect: NoticeEffect, outcome: Outcome, mayHaveArrived: boolean): Promise<void> {
    try {
      for (const thread of [...(ticket.thread ? [ticket.thread] : []), ...ticket.alsoIn]) {
        await this.#post(ticket, effect, thread, await this.#alone(ticket, thread), outcome, mayHaveArrived);
      }
    } catch (error) {
      if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
      // Their thread is gone: they hear it directly.
      await this.#direct(ticket, effect, ticket.requester, outcome, mayHaveArrived);
    }
  }

  async #direct(
    ticket: Ticket,
    effect: NoticeEffect,
    personId: string,
    outcome: Outcome,
    mayHaveArrived: boolean,
  ): Promise<void> {
    const person = await this.#parts.people.byId(personId);
    const ref = refOf(person, this.#parts.chat);
    const place = await this.#parts.chat.at(ref).direct(ref);
    await this.#post(ticket, effect, place, person, outcome, mayHaveArrived);
  }

  async #post(
    ticket: Ticket,
    effect: NoticeEffect,
    place: Place,
    reader: Person | undefined,
    outcome: Outcome,
    mayHaveArrived: boolean,
  ): Promise<void> {
    const context = await this.#parts.contexts.for(reader, peopleOf(ticket, [effect.by]));
    const card = noticeCard(ticket, effect, context);
    // The same notice may go to several threads, and each of them gets it once.
    const mark = { ticket: ticket.key, id: `${ticket.key}:${effect.id}:${place}` };
    await this.#parts.chat.at(place).post(place, { ...card, mark }, { mayHaveArrived });
    outcome.posted();
  }

  async #alone(ticket: Ticket, thread: Place): Promise<Person | undefined> {
    const adapter = this.#parts.chat.at(thread);
    const { isDirect } = await adapter.about(adapter.conversationOf(thread));
    return isDirect && thread === ticket.thread ? this.#parts.people.byId(ticket.requester) : undefined;
  }
}
