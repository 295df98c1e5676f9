import { AsyncResource } from 'node:async_hooks';
import { deliveryError } from './errors.ts';

/** One thing to say in a conversation. */
export interface Job<T> {
  /** Goes before `normal` jobs. */
  readonly isPrompt: boolean;
  /** Jobs with the same key keep their order: those about one message, new messages among themselves. */
  readonly key: string;
  readonly run: () => Promise<T>;
}

/** Everything that is said in one conversation or thread goes through here, one after the other. */
export class ConversationQueue {
  readonly #waiting: Waiting[] = [];
  #pump: Promise<void> | undefined;
  #isHalted = false;

  add<T>(job: Job<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = AsyncResource.bind(() => job.run().then(resolve, reject));
      this.#waiting.push({ isPrompt: job.isPrompt, key: job.key, run, reject });
      this.#pump ??= this.#work();
    });
  }

  get isIdle(): boolean {
    return this.#pump === undefined;
  }

  /** Comes back when all that waits has been said, or the signal has come: then the rest fails as `stopping`. */
  async drain(signal: AbortSignal): Promise<void> {
    const halt = (): void => {
      this.#isHalted = true;
    };
    if (signal.aborted) halt();
    signal.addEventListener('abort', halt, { once: true });
    await this.#pump;
  }

  async #work(): Promise<void> {
    for (let next = this.#take(); next !== undefined; next = this.#take()) {
      if (this.#isHalted) next.reject(deliveryError('stopping', 'a message that waited for its turn'));
      else await next.run();
    }
    this.#pump = undefined;
  }

  /** The first prompt job, or the first of all; whatever stands before it under the same key goes first. */
  #take(): Waiting | undefined {
    const first = this.#waiting.find((job) => job.isPrompt) ?? this.#waiting[0];
    if (first === undefined) return undefined;
    const at = this.#waiting.findIndex((job) => job === first || job.key === first.key);
    return this.#waiting.splice(at, 1)[0];
  }
}

interface Waiting {
  readonly isPrompt: boolean;
  readonly key: string;
  readonly run: () => Promise<void>;
  readonly reject: (error: Error) => void;
}

/** One queue for each conversation and thread that something is said in. */
export class Queues {
  readonly #queues = new Map<string, ConversationQueue>();

  of(conversation: string): ConversationQueue {
    const known = this.#queues.get(conversation);
    if (known !== undefined) return known;
    if (this.#queues.size >= tidyAt) this.#forgetIdle();
    const queue = new ConversationQueue();
    this.#queues.set(conversation, queue);
    return queue;
  }

  /** Comes back when everything has been said, or the signal has come. */
  async drain(signal: AbortSignal): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.drain(signal)));
  }

  #forgetIdle(): void {
    for (const [conversation, queue] of this.#queues) if (queue.isIdle) this.#queues.delete(conversation);
  }
}

const tidyAt = 2000;
