import { AsyncResource } from 'node:async_hooks';
import { wait } from '../../src/chat/backoff.ts';
import { deliveryError } from './errors.ts';

/** One thing to say in a channel. */
export interface Job<T> {
  /** Goes before `normal` jobs. */
  readonly isPrompt: boolean;
  /** Jobs with the same key keep their order: those of one message, those of one thread. */
  readonly key: string;
  /** Whether it is a new message, of which Slack takes about one a second in a channel. */
  readonly isPost: boolean;
  readonly run: () => Promise<T>;
}

/**
 * Everything that is said in one channel goes through here, one after the other, new messages no faster than Slack allows.
 * Source: https://docs.slack.dev/apis/web-api/rate-limits (posting: 1 message a second a channel, short bursts)
 */
export class ChannelQueue {
  readonly #waiting: Waiting[] = [];
  readonly #bucket: Bucket;
  #pump: Promise<void> | undefined;
  readonly #halt = new AbortController();

  /** @param burst messages that may go at once after a silence */
  constructor(messagesPerSecond: number, burst = 5) {
    this.#bucket = new Bucket(messagesPerSecond, burst);
  }

  add<T>(job: Job<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = AsyncResource.bind(() => job.run().then(resolve, reject));
      this.#waiting.push({ isPrompt: job.isPrompt, key: job.key, isPost: job.isPost, run, reject });
      this.#pump ??= this.#work();
    });
  }

  get isIdle(): boolean {
    return this.#pump === undefined;
  }

  /** Comes back when all that waits has been said, or the signal has come: then the rest fails as `stopping`. */
  async drain(signal: AbortSignal): Promise<void> {
    const halt = (): void => this.#halt.abort();
    if (signal.aborted) halt();
    signal.addEventListener('abort', halt, { once: true });
    await this.#pump;
  }

  async #work(): Promise<void> {
    for (let next = this.#take(); next !== undefined; next = this.#take()) {
      if (next.isPost) await this.#bucket.take(this.#halt.signal);
      if (this.#halt.signal.aborted) next.reject(deliveryError('stopping', 'a message that waited for its turn'));
      else await next.run();
    }
    this.#pump = undefined;
  }

  /** The first prompt job, or the first of all; whatever stands before it for the same message or thread goes first. */
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
  readonly isPost: boolean;
  readonly run: () => Promise<void>;
  readonly reject: (error: Error) => void;
}

/** Lets a burst through at once and then so many a second. */
class Bucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #tokens: number;
  #filledAtMs = performance.now();

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
  }

  async take(signal: AbortSignal): Promise<void> {
    const now = performance.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAtMs) / 1000) * this.#perSecond);
    this.#filledAtMs = now;
    this.#tokens -= 1;
    if (this.#tokens < 0) await wait((-this.#tokens / this.#perSecond) * 1000, signal);
  }
}
