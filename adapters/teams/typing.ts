import type { ChatEvent } from '../../src/chat/event.ts';
import { currentEvent } from '../../src/log.ts';

/** Shows that the desk is typing when an answer takes long. It ends with whatever the desk says because of the event. */
export class Typing {
  readonly #show: (event: ChatEvent) => Promise<unknown>;
  readonly #afterMs: number;
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
    if (!isSpokenTo || this.#waiting.has(event.id)) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(event.id);
      this.#show(event).catch(() => undefined); // a courtesy
    }, this.#afterMs);
    timer.unref();
    this.#waiting.set(event.id, timer);
  }

  /** Something was said, because of the event that runs now or of the one named. */
  done(event = currentEvent()): void {
    const timer = event === undefined ? undefined : this.#waiting.get(event);
    if (event === undefined || timer === undefined) return;
    clearTimeout(timer);
    this.#waiting.delete(event);
  }

  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }
}
