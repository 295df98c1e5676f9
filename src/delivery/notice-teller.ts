import type { Chat } from '../chat/chat.ts';
import type { Place } from '../chat/refs.ts';
import { DeliveryError } from '../errors.ts';
import { type PeopleService, refOf } from '../people/people-service.ts';
import { mentionOf, type Person } from '../people/person.ts';
import type { Notice, NoticeEffect } from '../tickets/effects.ts';
import { liveAgentThreads } from '../tickets/moves/escalation.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { noticeCard } from '../views/notice-card.ts';
import { toldAloud } from '../views/told-aloud.ts';
import { noCardYet, type Sending } from './outcome.ts';
import { peopleOf, type ViewContexts } from './view-contexts.ts';

export interface NoticeTellerParts {
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly contexts: ViewContexts;
}

interface Hearing {
  readonly place: Place;
  /** Whose language it is in; the desk's for a channel. */
  readonly reader?: Person | undefined;
  /** Who is meant, among others who hear it. */
  readonly called?: Person | undefined;
}

/** What concerns somebody as one of the agents or their leads. */
const forAgents: readonly Notice[] = ['assigned', 'escalatedUp', 'lowScore'];

function isUnreachable(error: unknown): boolean {
  return error instanceof DeliveryError && error.isPermanent;
}

/** Tells somebody what became of a ticket, in its thread or directly. */
export class NoticeTeller {
  readonly #parts: NoticeTellerParts;

  constructor(parts: NoticeTellerParts) {
    this.#parts = parts;
  }

  /** @throws DeliveryError when it could not be told now */
  async tell(sending: Sending, effect: NoticeEffect): Promise<void> {
    if (typeof effect.to === 'object') await this.#tellPerson(sending, effect, effect.to.person);
    else if (effect.to === 'agents') await this.#tellAgents(sending, effect);
    else await this.#tellRequester(sending, effect);
    sending.outcome.did(effect.id);
  }

  /** Who works on it and cannot be written to hears it among the agents. */
  async #tellPerson(sending: Sending, effect: NoticeEffect, personId: string): Promise<void> {
    try {
      await this.#direct(sending, effect, personId);
    } catch (error) {
      const threads = liveAgentThreads(sending.ticket);
      if (!isUnreachable(error) || !forAgents.includes(effect.notice) || threads.length === 0) throw error;
      const person = await this.#parts.people.byId(personId);
      for (const thread of threads) await this.#post(sending, effect, { place: thread, called: person });
    }
  }

  async #tellAgents(sending: Sending, effect: NoticeEffect): Promise<void> {
    const threads = liveAgentThreads(sending.ticket);
    if (threads.length === 0) throw noCardYet(sending.ticket.key);
    for (const thread of threads) await this.#post(sending, effect, { place: thread });
  }

  async #tellRequester(sending: Sending, effect: NoticeEffect): Promise<void> {
    const { thread, key, requester } = sending.ticket;
    if (!thread) throw noCardYet(key);
    try {
      // Who asked in a ticket that was merged into this one watches it, and hears it as a watcher.
      await this.#post(sending, effect, { place: thread, reader: await this.#alone(sending.ticket, thread) });
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      // Their thread is gone: they hear it directly.
      await this.#direct(sending, effect, requester);
    }
  }

  async #direct(sending: Sending, effect: NoticeEffect, personId: string): Promise<void> {
    const reader = await this.#parts.people.byId(personId);
    const ref = refOf(reader, this.#parts.chat);
    await this.#post(sending, effect, { place: await this.#parts.chat.at(ref).direct(ref), reader });
  }

  async #post(
    { ticket, outcome, mayHaveArrived }: Sending,
    effect: NoticeEffect,
    { place, reader, called }: Hearing,
  ): Promise<void> {
    const context = await this.#parts.contexts.for(reader, peopleOf(ticket, [effect.by]));
    const notice = noticeCard(ticket, effect, context);
    const card = called ? toldAloud({ ...notice, isOverhearable: true }, mentionOf(called), context) : notice;
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
