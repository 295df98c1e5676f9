import type { Changes } from '../changes.ts';
import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import type { JsonObject } from '../json.ts';
import { Recent } from '../recent.ts';
import { type Attempt, Delivery, type DeliveryKind } from './delivery.ts';
import { type Try, tryFields } from './send-over-http.ts';

/** A way to the app: its request URL, or a socket that it holds open. */
export interface Road {
  send(delivery: Delivery, which: Try): Promise<Attempt>;
}

/** Puts held deliveries into the order in which they go out; may repeat some and drop others. */
export type Order = (held: readonly Delivery[]) => readonly Delivery[];

type Retry = Omit<Try, 'at'>;

interface DeliveriesOptions {
  readonly ids: Ids;
  readonly clock: Clock;
  /** How many deliveries to keep on record. */
  readonly remember: number;
  readonly changes: Changes;
  /** The way to take just now, if the app can be reached at all. */
  readonly road: () => Road | undefined;
  /** How long after a failed try the next one comes, in milliseconds; one entry for each retry of an event. */
  readonly retryDelaysMs: readonly number[];
}

/** Brings everything to the app, as Slack does: events again when they fail, interactions and commands once. */
export class Deliveries {
  readonly #options: DeliveriesOptions;
  readonly #all: Recent<Delivery>;
  readonly #timers = new Set<NodeJS.Timeout>();
  #held: Delivery[] | undefined;
  #isStopped = false;

  constructor(options: DeliveriesOptions) {
    this.#options = options;
    this.#all = new Recent(options.remember);
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
  start(kind: DeliveryKind, name: string, payload: JsonObject): Delivery {
    const delivery = new Delivery({ number: this.#options.ids.count(), kind, name, payload });
    this.#all.push(delivery);
    if (this.#held) {
      delivery.hold();
      this.#held.push(delivery);
    } else void this.#try(delivery, { num: 0 });
    return delivery;
  }

  /** From now on nothing is sent, until `release()`. */
  hold(): void {
    this.#held ??= [];
  }

  /**
   * Ends the hold and sends what was held, one after the other: each is sent when the one before has been answered.
   * @param order changes the order; may name a delivery several times, as Slack may deliver it
   */
  async release(order: Order = (held) => held): Promise<void> {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const delivery of held) delivery.letGo();
    for (const delivery of order(held)) {
      await (delivery.last ? this.redeliver(delivery) : this.#try(delivery, { num: 0 }));
    }
  }

  /** Brings the same payload once more, as if Slack had not heard the answer. */
  async redeliver(delivery: Delivery): Promise<Delivery> {
    await this.#try(delivery, { num: delivery.attempts.length, reason: 'http_timeout' });
    return delivery;
  }

  /** No retry comes after this. */
  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  async #try(delivery: Delivery, retry: Retry): Promise<void> {
    const which = { ...retry, at: this.#options.clock.now() };
    const road = this.#options.road();
    const attempt = road ? await road.send(delivery, which) : nobodyThere(which);
    delivery.record(attempt);
    this.#options.changes.tell({ kind: 'delivery', delivery });
    if (delivery.kind === 'event' && !delivery.isTaken && !attempt.noRetry) this.#tryLater(delivery, which, attempt);
  }

  #tryLater(delivery: Delivery, which: Try, failed: Attempt): void {
    const delayMs = this.#options.retryDelaysMs[which.num];
    if (delayMs === undefined || this.#isStopped || failed.failure === 'not_connected') return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!delivery.isTaken) void this.#try(delivery, { num: which.num + 1, reason: failed.failure ?? 'http_error' });
    }, delayMs);
    timer.unref();
    this.#timers.add(timer);
  }
}

function nobodyThere(which: Try): Attempt {
  return { via: 'http', ...tryFields(which), failure: 'not_connected', ms: 0, body: '', noRetry: false };
}
