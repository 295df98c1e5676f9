import { setMaxListeners } from 'node:events';
import { pauseMs, wait } from '../../src/chat/backoff.ts';
import type { Payload } from '../../src/chat/payload.ts';
import { adviceFor, concernsWholeApp, deliveryError, isOverOnceItWorks, needsSomebody } from './errors.ts';
import type { RetryPolicy, Trouble } from './options.ts';
import type { Arguments, Outcome, WebClient } from './web-client.ts';

export interface CallOptions {
  /** For the operator, when it fails: the place. */
  readonly place?: string;
  /** What Slack counts the call under; the method, or for posting the channel, when left out. */
  readonly limit?: string;
  /** Asked before a repetition of a call that may have arrived; an answer other than nothing is taken as its own. */
  readonly lookFor?: () => Promise<Payload | undefined>;
  /** No patience: one attempt within so many milliseconds. */
  readonly onceWithinMs?: number;
  /** Refusals that the caller deals with itself: no trouble for an administrator. */
  readonly expects?: readonly string[];
}

/** Calls Slack until it has worked, never can, or too much time has passed. */
export class Transport {
  readonly client: WebClient;
  readonly #policy: RetryPolicy;
  readonly #onTrouble: (trouble: Trouble) => void;
  readonly #halt = new AbortController();
  readonly #limitedUntilMs = new Map<string, number>();
  readonly #told = new Set<string>();

  constructor(client: WebClient, policy: RetryPolicy, onTrouble: (trouble: Trouble) => void) {
    this.client = client;
    this.#policy = policy;
    this.#onTrouble = onTrouble;
    setMaxListeners(0, this.#halt.signal); // every call that waits listens
  }

  /** @throws DeliveryError when it cannot be done */
  async call(method: string, args: Arguments, options: CallOptions = {}): Promise<Payload> {
    return this.repeat(method, () => this.client.attempt(method, args, options.onceWithinMs), options);
  }

  /**
   * Repeats any attempt as a call is repeated.
   * @throws DeliveryError when it cannot be done
   */
  async repeat(method: string, attempt: () => Promise<Outcome>, options: CallOptions = {}): Promise<Payload> {
    const limit = options.limit ?? limitKey(method, options.place);
    const giveUpAtMs = performance.now() + this.#policy.withinMs;
    let mayHaveArrived = false;
    for (let failures = 0; ; ) {
      await this.#untilAllowed(limit);
      const found = mayHaveArrived ? await options.lookFor?.() : undefined;
      if (found !== undefined) return found;
      const outcome = this.#halt.signal.aborted ? stopping : await attempt();
      if (outcome.is === 'done') return this.#worked(outcome.answer, options);
      if (outcome.is === 'refused') throw this.#refused(method, outcome, options);
      if (outcome.is === 'limited') {
        if (options.onceWithinMs) throw deliveryError('ratelimited', what(method, options));
        this.#limitedUntilMs.set(limit, performance.now() + outcome.afterMs);
        continue;
      }
      mayHaveArrived ||= outcome.mayHaveArrived;
      failures += 1;
      const isOver = options.onceWithinMs !== undefined || performance.now() > giveUpAtMs || this.#halt.signal.aborted;
      if (isOver) throw deliveryError(outcome.code, what(method, options), { mayHaveArrived, cause: outcome.cause });
      await wait(pauseMs(failures, this.#policy), this.#halt.signal);
    }
  }

  /** From here on nothing is tried again: what waits fails. */
  halt(): void {
    this.#halt.abort();
  }

  /** Tells the administrators, once for each code and place. */
  trouble(code: string, method: string, place: string | undefined, needed?: string): void {
    const key = `${code} ${concernsWholeApp(code) ? '' : (place ?? '')}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#onTrouble({
      code,
      what: what(method, place ? { place } : {}),
      advice: adviceFor(code, needed ? { needed } : {}),
    });
  }

  #refused(method: string, { code, needed }: Outcome & { is: 'refused' }, options: CallOptions): Error {
    const isExpected = options.expects?.includes(code) ?? false;
    if (!isExpected && needsSomebody(code)) this.trouble(code, method, options.place, needed);
    return deliveryError(code, what(method, options), needed ? { needed } : {});
  }

  /** What works again may fail again, and is told again then. */
  #worked(answer: Payload, { place }: CallOptions): Payload {
    for (const key of this.#told) {
      const [code = '', where] = key.split(' ');
      if (isOverOnceItWorks(code) && (where === '' || where === place)) this.#told.delete(key);
    }
    return answer;
  }

  async #untilAllowed(limit: string): Promise<void> {
    for (;;) {
      const leftMs = (this.#limitedUntilMs.get(limit) ?? 0) - performance.now();
      if (leftMs <= 0 || this.#halt.signal.aborted) break;
      await wait(leftMs, this.#halt.signal);
    }
    this.#limitedUntilMs.delete(limit);
  }
}

const stopping: Outcome = { is: 'lost', code: 'stopping', mayHaveArrived: false };

/** Posting is limited in each channel, everything else by method. Source: https://docs.slack.dev/apis/web-api/rate-limits */
function limitKey(method: string, place: string | undefined): string {
  return method === 'chat.postMessage' || method === 'chat.postEphemeral' ? `${method} ${place}` : method;
}

function what(method: string, { place }: CallOptions): string {
  return place ? `${method} in ${place}` : method;
}
