import { LRUCache } from 'lru-cache';
import type { QuotedMessage } from '../../src/chat/event.ts';
import type { MessageRef } from '../../src/chat/refs.ts';

/** The latest messages that the desk heard: a bot cannot ask Teams for one. They are forgotten when the process ends. */
export class Seen {
  readonly #messages = new LRUCache<MessageRef, QuotedMessage>({ max: 5000 });

  keep(message: QuotedMessage): void {
    this.#messages.set(message.message, message);
  }

  forget(message: MessageRef): void {
    this.#messages.delete(message);
  }

  get(message: MessageRef): QuotedMessage | undefined {
    return this.#messages.get(message);
  }
}
