import type { ChatEvent } from '../../src/chat/event.ts';
import type { Where } from './connector.ts';
import { addressOf, conversationId } from './place-id.ts';
import { repliesIn } from './where.ts';

/** Shows that the desk is typing when an answer takes long. It ends with whatever the desk says there. */
export class Typing {
  readonly #show: (event: ChatEvent) => Promise<unknown>;
  readonly #afterMs: number;
  /** By the conversation that waits. */
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  /** @param afterMs how long somebody waits before they see it */
  constructor(show: (event: ChatEvent) => Promise<unknown>, afterMs = 1500) {
    this.#show = show;
    this.#afterMs = afterMs;
  }

  /** Only who spoke to the desk expects an answer. */
  expect(event: ChatEvent): void {
    const isSpokenTo =
      event.kind === 'message' && event.change === 'new' && (event.setting === 'direct' || event.mentionsDesk);
    const place = conversationId(addressOf(repliesIn(event)));
    if (!isSpokenTo || this.#waiting.has(place)) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(place);
      this.#show(event).catch(() => undefined); // a courtesy
    }, this.#afterMs);
    timer.unref();
    this.#waiting.set(place, timer);
  }

  /** Something was said there. */
  done(where: Where): void {
    const place = conversationId(where);
    clearTimeout(this.#waiting.get(place));
    this.#waiting.delete(place);
  }

  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }
}
