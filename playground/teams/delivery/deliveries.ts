import type { Clock } from '../../slack/clock.ts';
import type { JsonObject } from '../../slack/json.ts';
import { Recent } from '../../slack/recent.ts';
import type { Changes } from '../changes.ts';
import type { Ids } from '../ids.ts';
import { BotRoad } from './bot-road.ts';
import { type Attempt, Delivery } from './delivery.ts';

/** Puts held deliveries into the order in which they go out; may repeat some and drop others. */
export type Order = (held: readonly Delivery[]) => readonly Delivery[];

interface DeliveriesOptions {
  readonly ids: Ids;
  readonly clock: Clock;
  readonly changes: Changes;
  /** How many deliveries to keep on record. */
  readonly remember: number;
  /** How long to wait for an answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Pauses before each further try of what failed, in milliseconds. */
  readonly retryDelaysMs: readonly number[];
  /** A fresh token for the bot; undefined where it needs none. */
  readonly token: () => string | undefined;
}

/** Brings activities to the bot: again after a 5xx, a lost connection or silence; an invoke once, for somebody waits. */
export class Deliveries {
  readonly #options: DeliveriesOptions;
  readonly #all: Recent<Delivery>;
  readonly #timers = new Set<NodeJS.Timeout>();
  #road: BotRoad | undefined;
  #held: Delivery[] | undefined;
  #isStopped = false;

  constructor(options: DeliveriesOptions) {
    this.#options = options;
    this.#all = new Recent(options.remember);
  }

  /** From now on the bot is at this URL. */
  async connect(url: string): Promise<void> {
    const before = this.#road;
    this.#road = new BotRoad(url, this.#options.timeoutMs);
    await before?.close();
  }

  /** The latest deliveries, oldest first. */
  get all(): readonly Delivery[] {
    return this.#all.all;
  }

  /** Those that wait for `release()`. */
  get held(): readonly Delivery[] {
    return this.#held ?? [];
  }

  /** Sends it off, or puts it aside while deliveries are held. */
  start(activity: JsonObject): Delivery {
    const delivery = new Delivery(this.#options.ids.count(), activity);
    this.#all.push(delivery);
    if (this.#held) {
      delivery.hold();
      this.#held.push(delivery);
    } else void this.#try(delivery, 0);
    return delivery;
  }

  /** From now on nothing is sent, until `release()`. */
  hold(): void {
    this.#held ??= [];
  }

  /** Ends the hold and sends what was held, each when the one before has been answered. */
  async release(order: Order = (held) => held): Promise<void> {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const delivery of held) delivery.letGo();
    for (const delivery of order(held)) await this.redeliver(delivery);
  }

  /** Brings the same activity once more, as if Teams had not heard the answer. */
  async redeliver(delivery: Delivery): Promise<Delivery> {
    await this.#try(delivery, delivery.attempts.length);
    return delivery;
  }

  /** Sends an activity with whatever token, once, and keeps it on record. */
  async sendWith(token: string | undefined, activity: JsonObject): Promise<Delivery> {
    const delivery = new Delivery(this.#options.ids.count(), activity);
    this.#all.push(delivery);
    this.#record(delivery, await this.#send(delivery, token));
    return delivery;
  }

  /** No further try comes after this. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#road?.close();
    this.#road = undefined;
  }

  async #try(delivery: Delivery, which: number): Promise<void> {
    const attempt = await this.#send(delivery, this.#options.token());
    this.#record(delivery, attempt);
    const hasFailed = attempt.status === undefined ? attempt.failure !== 'not connected' : attempt.status >= 500;
    if (hasFailed && delivery.activity.type !== 'invoke') this.#tryLater(delivery, which);
  }

  async #send(delivery: Delivery, token: string | undefined): Promise<Attempt> {
    const at = this.#options.clock.now();
    if (!this.#road) return { at, failure: 'not connected', ms: 0, body: '' };
    return this.#road.send(delivery.activity, token, at);
  }

  #record(delivery: Delivery, attempt: Attempt): void {
    delivery.record(attempt);
    this.#options.changes.tell({ kind: 'delivery', delivery });
  }

  #tryLater(delivery: Delivery, which: number): void {
    const delayMs = this.#options.retryDelaysMs[which];
    if (delayMs === undefined || this.#isStopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!delivery.isTaken) void this.#try(delivery, which + 1);
    }, delayMs);
    timer.unref();
    this.#timers.add(timer);
  }
}
