import type { Card } from '../../src/chat/card.ts';
import type { ChatEvent } from '../../src/chat/event.ts';
import type { MessageRef, Place } from '../../src/chat/refs.ts';
import { DeliveryError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { isNotInstalled } from './errors.ts';
import type { Posting } from './posting.ts';
import { directWith } from './where.ts';

/** The ways to answer an event. */
export class Answers {
  readonly #posting: Posting;
  readonly #log: Log;

  constructor(posting: Posting, log: Log) {
    this.#posting = posting;
    this.#log = log;
  }

  /** @throws DeliveryError */
  post(place: Place, card: Card): Promise<MessageRef> {
    return this.#posting.post(place, card, { urgency: 'prompt' });
  }

  /** @throws DeliveryError */
  async replace(event: ChatEvent, card: Card): Promise<void> {
    if (event.kind === 'action' && event.card && event.clickedIn !== 'shortcut')
      return this.#posting.update(event.card, card);
    await this.whisper(event, card);
  }

  /**
   * A direct message, because Teams has nothing that one person sees in a channel. Never throws.
   * @returns false when the person does not have the app
   */
  async whisper(event: ChatEvent, card: Card): Promise<boolean> {
    try {
      await this.post(directWith(event), card);
    } catch (error) {
      const code = error instanceof DeliveryError ? error.platformCode : String(error);
      this.#log.warn({ event: event.id, code }, 'a whisper did not arrive');
      return !isNotInstalled(code);
    }
    return true;
  }
}
