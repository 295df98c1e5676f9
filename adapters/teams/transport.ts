import { setMaxListeners } from 'node:events';
import { pauseMs, wait } from '../../src/chat/backoff.ts';
import type { Asked, ConnectorClient, Outcome } from './connector-client.ts';
import { adviceFor, concernsWholeApp, deliveryError, isOverOnceItWorks, needsSomebody } from './errors.ts';
import type { RetryPolicy, Trouble } from './options.ts';
import type { Pace } from './pace.ts';
import type { Entrance } from './service-urls.ts';
import type { Tokens } from './tokens.ts';

/** One call of the connector. */
export interface ConnectorCall extends Omit<Asked, 'token' | 'url'> {
  readonly entrance: Entrance;
  /** Below `v3/`, already escaped. */
  readonly path: string;
  readonly tenant: string;
  /** What Teams counts the call under; left out for what it does not count by conversation. */
  readonly thread?: string;
  /** For the operator, when it fails. */
  readonly place?: string;
  /** Refusals that the caller deals with itself: no trouble for an administrator. */
  readonly expects?: readonly string[];
}

/** Calls the connector until it has worked, never can, or too much time has passed. */
export class Transport {
  readonly client: ConnectorClient;
  readonly tokens: Tokens;
  readonly #pace: Pace;
  readonly #policy: RetryPolicy;
  readonly #onTrouble: (trouble: Trouble) => void;
  readonly #halt = new AbortController();
  readonly #limitedUntilMs = new Map<string, number>();
  readonly #told = new Set<string>();

  constructor(to: {
    client: ConnectorClient;
    tokens: Tokens;
    pace: Pace;
    policy: RetryPolicy;
    onTrouble: (trouble: Trouble) => void;
  }) {
    this.client = to.client;
    this.tokens = to.tokens;
    this.#pace = to.pace;
    this.#policy = to.policy;
    this.#onTrouble = to.onTrouble;
    setMaxListeners(0, this.#halt.signal); // every call that waits listens
  }

  /** @throws DeliveryError when it cannot be done */
  async call(call: ConnectorCall): Promise<unknown> {
    const giveUpAtMs = performance.now() + this.#policy.withinMs;
    let mayHaveArrived = false;
    for (let failures = 1; ; failures += 1) {
      const outcome = await this.#attempt(call, failures > 1);
      if (outcome.is === 'done') return this.#worked(outcome.answer, call);
      if (outcome.is === 'refused') throw this.#refused(outcome.code, call);
      const code = outcome.is === 'limited' ? 'http_429' : outcome.code;
      mayHaveArrived ||= outcome.is === 'lost' && outcome.mayHaveArrived;
      const isOver = performance.now() > giveUpAtMs || this.#halt.signal.aborted;
      if (isOver)
        throw deliveryError(code, what(call), {
          mayHaveArrived,
          ...(outcome.is === 'lost' && { cause: outcome.cause }),
        });
      if (outcome.is === 'limited' && outcome.afterMs !== undefined) this.#limit(call, outcome.afterMs);
      else await wait(pauseMs(failures, this.#policy), this.#halt.signal);
    }
  }

  /** From here on nothing is tried again: what waits fails. */
  halt(): void {
    this.#halt.abort();
  }

  async #attempt(call: ConnectorCall, isAgain: boolean): Promise<Outcome> {
    await this.#untilAllowed(limitKey(call));
    const answered = await this.#pace.take(call.tenant, call.thread, this.#halt.signal);
    if (this.#halt.signal.aborted) return stopping;
    const granted = call.entrance.isVerified ? await this.tokens.get() : noToken;
    if (granted.is !== 'done') return granted;
    const { name, method, path, entrance, body } = call;
    const outcome = await this.client.attempt({
      ...{ name, method, url: `${entrance.url}v3/${path}`, token: granted.token },
      ...(body && { body }),
    });
    answered();
    if (outcome.is !== 'refused' || outcome.code !== 'Unauthorized') return outcome;
    this.tokens.forget(granted.token);
    // Once: keys or the secret may just have been changed.
    return isAgain || granted.token === undefined ? outcome : { is: 'lost', code: 'http_503', mayHaveArrived: false };
  }

  #refused(code: string, call: ConnectorCall): Error {
    const isExpected = call.expects?.includes(code) ?? false;
    if (!isExpected && needsSomebody(code)) this.#trouble(code, call);
    return deliveryError(code, what(call));
  }

  /** Tells the administrators, once for each code and place. */
  #trouble(code: string, call: ConnectorCall): void {
    const key = `${code} ${concernsWholeApp(code) ? '' : (call.place ?? '')}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#onTrouble({ code, what: what(call), advice: adviceFor(code) });
  }

  /** What works again may fail again, and is told again then. */
  #worked(answer: unknown, { place }: ConnectorCall): unknown {
    for (const key of this.#told) {
      const at = key.indexOf(' ');
      const where = key.slice(at + 1);
      if (isOverOnceItWorks(key.slice(0, at)) && (where === '' || where === place)) this.#told.delete(key);
    }
    return answer;
  }

  #limit(call: ConnectorCall, afterMs: number): void {
    this.#limitedUntilMs.set(limitKey(call), performance.now() + afterMs * (1 + Math.random() / 10));
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

const noToken = { is: 'done', token: undefined } as const;

const stopping: Outcome = { is: 'lost', code: 'stopping', mayHaveArrived: false };

const limitKey = ({ name, tenant, thread }: ConnectorCall): string => `${tenant} ${thread ?? name}`;

function what({ name, place }: ConnectorCall): string {
  return place ? `${name} in ${place}` : name;
}
