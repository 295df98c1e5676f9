import PQueue from 'p-queue';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { priorities, type Ticket } from '../tickets/ticket.ts';
import type { Delivery } from './delivery.ts';
import { isNowhere, isToShrink, staleCards } from './delivery.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { isLasting } from './outcome.ts';
import { RedrawPace } from './redraw-pace.ts';

export interface CourierParts {
  readonly store: DeliveryStore;
  readonly delivery: Delivery;
  readonly clock: Clock;
  readonly log: Log;
  /** What is thought about tickets meanwhile, for which nothing waits. */
  readonly thoughts: { readonly pending: number };
  /** When cards are drawn anew; as Slack likes it when left out. */
  readonly pace?: RedrawPace | undefined;
}

const leaseMs = 60_000;
const retryAfterMs = [2_000, 10_000, 60_000];
const retryLastingAfterMs = 10 * 60_000;
const sweepBatch = 200;
/** When another process, or an earlier try of this one that could not note its end, holds the right to send. */
const lookAgainAfterMs = 5_000;
/** Redraws wait for each other, so that in a flood words and new cards come first and a waiting redraw takes in what changes. */
const redrawsAtOnce = 16;
/** Of a team's tickets that have rung: few, so that a more urgent one soon has its turn, however many ring at once. */
const ringsAtOnce = 16;

/**
 * Sends what tickets owe: at once after a change, and by a sweep what a crash left. One delivery at a time for a ticket;
 * changes that come meanwhile are seen at its end.
 */
export class Courier {
  readonly #parts: CourierParts;
  readonly #pace: RedrawPace;
  readonly #running = new Map<string, Promise<void>>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #failures = new Map<string, number>();
  readonly #rings = new Map<string, PQueue>();
  readonly #redraws = new PQueue({ concurrency: redrawsAtOnce });
  readonly #waitingRedraws = new Set<string>();
  #isStopping = false;

  constructor(parts: CourierParts) {
    this.#parts = parts;
    this.#pace = parts.pace ?? new RedrawPace();
  }

  /** A ticket was changed. Words and new cards go at once, a card's redraw when its burst of changes is over. */
  changed(ticket: Ticket): void {
    this.#pace.changed(ticket.key);
    const isUrgent = ticket.owes.length > 0 || ticket.cards.some((slot) => isNowhere(slot) || isToShrink(slot));
    if (isUrgent) this.#schedule(ticket.key, 0);
    else this.#scheduleRedraw(ticket.key);
  }

  /** A ticket has rung. When thousands ring at once, the most urgent of each team are told of first. */
  rung(ticket: Pick<Ticket, 'key' | 'team' | 'priority'>): void {
    if (this.#isStopping) return;
    this.#pace.changed(ticket.key);
    const rings = this.#rings.get(ticket.team) ?? new PQueue({ concurrency: ringsAtOnce });
    this.#rings.set(ticket.team, rings);
    void rings.add(() => this.#run(ticket.key), { priority: -priorities.indexOf(ticket.priority) });
  }

  /** Something was said about a ticket. */
  async said(key: string): Promise<void> {
    await this.#parts.store.poke(key);
    this.#schedule(key, 0);
  }

  /** Sends what other processes or an earlier life have left. Safe to repeat. */
  async sweep(): Promise<void> {
    const swept = new Set<string>();
    for (;;) {
      const keys = await this.#parts.store.owing(this.#parts.clock.now(), sweepBatch);
      const fresh = keys.filter((key) => !swept.has(key));
      if (fresh.length === 0 || this.#isStopping) return;
      for (const key of fresh) swept.add(key);
      await Promise.all(fresh.map((key) => this.#run(key)));
    }
  }

  /** Sends what is owed now, without waiting for bursts to end, and begins nothing new. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const waiting = [...this.#timers.keys(), ...this.#waitingRedraws];
    this.#redraws.clear();
    for (const rings of this.#rings.values()) rings.clear(); // they stay owed
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    await Promise.all([...this.#running.values(), ...waiting.map((key) => this.#run(key))]);
  }

  /** Resolves when nothing is being sent or waited for: for tests, and for a stop in good order. */
  async idle(): Promise<void> {
    const areRinging = () => [...this.#rings.values()].some(({ size, pending }) => size + pending > 0);
    const { thoughts } = this.#parts;
    const isBusy = () => this.#running.size + this.#timers.size + this.#waitingRedraws.size + thoughts.pending > 0;
    while (isBusy() || areRinging()) {
      await Promise.all(this.#running.values());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** What is already waited for stays, unless this is sooner. */
  #schedule(key: string, waitMs: number): void {
    if (this.#isStopping) return;
    const waiting = this.#timers.get(key);
    if (waiting && waitMs > 0) return;
    clearTimeout(waiting);
    this.#timers.set(
      key,
      setTimeout(() => this.#begin(key), waitMs),
    );
  }

  #begin(key: string): void {
    this.#timers.delete(key);
    void this.#run(key);
  }

  /** Waits on while changes keep coming. */
  #scheduleRedraw(key: string): void {
    if (this.#isStopping || this.#timers.has(key) || this.#waitingRedraws.has(key)) return;
    const waitMs = this.#pace.waitMs(key);
    const look = () => {
      this.#timers.delete(key);
      if (this.#pace.isDue(key)) this.#redraw(key);
      else this.#scheduleRedraw(key);
    };
    this.#timers.set(key, setTimeout(look, waitMs));
  }

  #redraw(key: string): void {
    if (this.#waitingRedraws.has(key)) return;
    this.#waitingRedraws.add(key);
    void this.#redraws.add(async () => {
      this.#waitingRedraws.delete(key);
      await this.#run(key);
    });
  }

  async #run(key: string): Promise<void> {
    const before = this.#running.get(key);
    if (before) return before.then(() => this.#run(key));
    const run = this.#send(key).catch((error: unknown) => {
      this.#parts.log.error({ err: error, ticket: key }, 'a delivery could not be noted');
      this.#schedule(key, this.#backOffMs(key, false));
    });
    this.#running.set(key, run);
    await run;
    this.#running.delete(key);
  }

  async #send(key: string): Promise<void> {
    const { store, clock } = this.#parts;
    const until = () => new Date(clock.now().getTime() + leaseMs);
    const lease = await store.lease(key, clock.now(), until());
    if (lease === 'taken') this.#schedule(key, lookAgainAfterMs);
    if (!lease || lease === 'taken') return;
    const heartbeat = setInterval(() => void store.extend(key, until()).catch(() => {}), leaseMs / 3);
    try {
      let ticket: Ticket | undefined = lease.ticket;
      while (ticket) ticket = await this.#sendOnce(ticket, lease.isTakenOver);
    } finally {
      clearInterval(heartbeat);
    }
  }

  async #sendOnce(ticket: Ticket, mayHaveArrived: boolean): Promise<Ticket | undefined> {
    const { delivery, store, clock } = this.#parts;
    const isRedrawDue = this.#isStopping || this.#pace.isDue(ticket.key);
    const outcome = await delivery.send(ticket, { mayHaveArrived, isRedrawDue });
    if (isRedrawDue) this.#pace.drawn(ticket.key);
    const isMoreOwed = !isRedrawDue && staleCards(ticket).length > 0;
    const backOffMs = outcome.hasFailed ? this.#backOffMs(ticket.key, outcome.failures.every(isLasting)) : 0;
    if (!outcome.hasFailed) this.#failures.delete(ticket.key);
    const changed = await store.settle(
      ticket,
      outcome.settled(isMoreOwed, new Date(clock.now().getTime() + backOffMs)),
    );
    if (!changed && isMoreOwed) this.#scheduleRedraw(ticket.key);
    if (!changed && outcome.hasFailed) this.#schedule(ticket.key, backOffMs);
    return changed;
  }

  #backOffMs(key: string, isLastingFailure: boolean): number {
    if (isLastingFailure) return retryLastingAfterMs;
    const count = this.#failures.get(key) ?? 0;
    this.#failures.set(key, count + 1);
    return retryAfterMs[Math.min(count, retryAfterMs.length - 1)] ?? retryLastingAfterMs;
  }
}
