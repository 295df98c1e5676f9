import type { Card } from '../../src/chat/card.ts';
import type { ChatEvent } from '../../src/chat/event.ts';
import type { Form } from '../../src/chat/form.ts';
import type { MessageRef, PersonRef, Place } from '../../src/chat/refs.ts';
import { DeliveryError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { deliveryError } from './errors.ts';
import { renderHome } from './home.ts';
import { addressOf, userOf } from './places.ts';
import type { Posting } from './posting.ts';
import { renderCard } from './render-card.ts';
import { renderForm } from './render-form.ts';
import type { Transport } from './transport.ts';
import { directWith, isDirectPlace, whispersIn } from './where.ts';

/** The ways to answer an event. */
export class Answers {
  readonly #transport: Transport;
  readonly #posting: Posting;
  readonly #log: Log;

  constructor(transport: Transport, posting: Posting, log: Log) {
    this.#transport = transport;
    this.#posting = posting;
    this.#log = log;
  }

  /** @throws DeliveryError */
  post(place: Place, card: Card): Promise<MessageRef> {
    return this.#posting.post(place, card, { urgency: 'prompt' });
  }

  /** @throws DeliveryError */
  async replace(event: ChatEvent, card: Card): Promise<void> {
    if (event.kind !== 'action' || event.clickedIn === 'shortcut') return this.whisper(event, card);
    if (event.clickedIn === 'home') return this.showHome(event.person, card);
    if (event.clickedIn === 'message' && event.card) return this.#posting.update(event.card, card);
    const isDone = await this.#respond(event, card, { replace_original: true });
    if (!isDone) await this.whisper(event, card);
  }

  /** Never throws: tries the message's own address, then an ephemeral message, then a direct one. */
  async whisper(event: ChatEvent, card: Card): Promise<void> {
    try {
      await this.#whisper(event, card);
    } catch (error) {
      const code = error instanceof DeliveryError ? error.platformCode : String(error);
      this.#log.warn({ event: event.id, code }, 'a whisper did not arrive');
    }
  }

  /** @throws DeliveryError when the person was not fast enough, or the desk */
  async openForm(event: ChatEvent, form: Form): Promise<void> {
    const trigger = event.kind === 'action' || event.kind === 'command' ? event.trigger : undefined;
    if (trigger === undefined) throw deliveryError('trigger_missing', 'opening a form');
    const thread = event.kind === 'action' ? (event.thread ?? event.target?.thread) : undefined;
    const isInPlace = event.kind === 'command' || (event.kind === 'action' && event.clickedIn !== 'home');
    const view = renderForm(form, { ...(isInPlace && { place: event.place }), ...(thread && { thread }) });
    await this.#transport.call('views.open', { trigger_id: trigger, view }, { onceWithinMs: triggerLivesMs });
  }

  /** @throws DeliveryError */
  async showHome(person: PersonRef, card: Card): Promise<void> {
    await this.#transport.call('views.publish', { user_id: userOf(person), view: renderHome(card) });
  }

  async #whisper(event: ChatEvent, card: Card): Promise<void> {
    const place = whispersIn(event);
    if (event.kind === 'command' && (await this.#respond(event, card))) return;
    if (isDirectPlace(place)) {
      await this.post(place, card);
      return;
    }
    if (event.kind === 'action' && (await this.#respond(event, card))) return;
    try {
      await this.#posting.whisper(place, event.person, card);
    } catch (error) {
      if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
      await this.post(directWith(event), card);
    }
  }

  /** Answers by the `response_url`, which needs no membership and no token; it is good for 30 minutes and 5 times. */
  async #respond(event: ChatEvent, card: Card, how: { replace_original?: boolean } = {}): Promise<boolean> {
    if ((event.kind !== 'action' && event.kind !== 'command') || event.answerTo === undefined) return false;
    const { answerTo } = event;
    const message = {
      response_type: 'ephemeral',
      replace_original: false,
      ...how,
      ...renderCard(card),
      ...threadOf(event),
    };
    try {
      const send = () => this.#transport.client.respond(answerTo, message);
      await this.#transport.repeat('response_url', send, { limit: answerTo });
      return true;
    } catch {
      return false; // it is too old, mostly; there are other ways
    }
  }
}

const triggerLivesMs = 2800;

function threadOf(event: ChatEvent): { thread_ts?: string } {
  const { ts } = addressOf(whispersIn(event));
  return ts ? { thread_ts: ts } : {};
}
