import { LRUCache } from 'lru-cache';
import type { ChatEvent } from '../chat/event.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { InboxStore } from './inbox-store.ts';
import { Lanes } from './lanes.ts';

export interface InboxParts {
  readonly store: InboxStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Handles an event; may be called again for the same one. */
  readonly handle: (event: ChatEvent, attempts: number) => Promise<void>;
}

/** What an event needs is on its way: a reply was delivered before the message that it answers. */
export class NotYet extends Error {
  constructor(what: string) {
    super(`not yet: ${what}`);
    this.name = 'NotYet';
  }
}

const ownedMs = 60_000;
const waitForOthersMs = [500, 2_000, 8_000, 30_000];
const retryAfterMs = [1_000, 5_000, 30_000, 120_000, 600_000];

/**
 * Takes events: kept before they are acknowledged, handled after, in order within a thread, and again after a crash until
 * they are done. A repeated event changes nothing.
 */
export class Inbox {
  readonly #parts: InboxParts;
  readonly #lanes = new Lanes();
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Events of which it is not known whether the store has them. */
  readonly #doubtful = new LRUCache<string, true>({ max: 10_000 });
  #isStopping = false;

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  /** Comes back when the event is kept; the platform may be answered then. */
  async take(event: ChatEvent): Promise<void> {
    const isNew = await this.#parts.store.put(event, this.#ownedUntil()).catch((error: unknown) => {
      this.#doubtful.set(event.id, true);
      throw error;
    });
    // It may have been kept although the store's answer was lost: then nobody has begun to handle it.
    if (this.#doubtful.delete(event.id) || isNew) void this.#lanes.run(laneOf(event), () => this.#handle(event, 1));
  }

  /** Handles what an earlier life or another process has left. Safe to repeat. */
  async sweep(): Promise<void> {
    while (!this.#isStopping) {
      const received = await this.#parts.store.takeDue(this.#parts.clock.now(), this.#ownedUntil());
      if (!received) return;
      void this.#lanes.run(laneOf(received.event), () => this.#handle(received.event, received.attempts));
    }
  }

  /** Finishes what is in hand; what waits to be tried again is kept for the next start. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#lanes.idle();
  }

  /** Resolves when nothing is in hand: for tests. */
  async idle(): Promise<void> {
    await this.#lanes.idle();
  }

  async #handle(event: ChatEvent, attempts: number): Promise<void> {
    const { handle } = this.#parts;
    try {
      await handle(event, attempts);
    } catch (error) {
      const waitMs = waitAfter(error, attempts);
      if (waitMs !== undefined) return this.#again(event, attempts, waitMs, error);
    }
    await this.#done(event, 1);
  }

  /** Noted late is noted: an event that is handled once more may answer once more. */
  async #done(event: ChatEvent, attempts: number): Promise<void> {
    const { store, clock, log } = this.#parts;
    try {
      await store.done(event.id, clock.now());
    } catch (error) {
      log.error({ err: error, event: event.id }, 'an event was handled, and that could not be noted');
      const waitMs = retryAfterMs[attempts - 1] ?? ownedMs;
      if (waitMs < ownedMs) this.#later(waitMs, () => this.#done(event, attempts + 1));
    }
  }

  async #again(event: ChatEvent, attempts: number, waitMs: number, error: unknown): Promise<void> {
    const { store, clock, log } = this.#parts;
    if (!(error instanceof NotYet)) log.warn({ err: error, event: event.id, waitMs }, 'an event will be handled again');
    const isPutOff = await store.postpone(event.id, new Date(clock.now().getTime() + waitMs)).then(
      () => true,
      () => false,
    );
    // A store that could not even note this leaves the event with this process, which goes on by itself.
    this.#later(waitMs + 20, () =>
      isPutOff ? this.sweep() : this.#lanes.run(laneOf(event), () => this.#handle(event, attempts + 1)),
    );
  }

  #later(waitMs: number, work: () => Promise<void>): void {
    if (this.#isStopping) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void work().catch((cause: unknown) => this.#parts.log.error({ err: cause }, 'the inbox could not be swept'));
    }, waitMs);
    this.#timers.add(timer);
  }

  #ownedUntil(): Date {
    return new Date(this.#parts.clock.now().getTime() + ownedMs);
  }
}

/** @returns undefined when there is nothing to wait for any more */
function waitAfter(error: unknown, attempts: number): number | undefined {
  if (error instanceof NotYet) return waitForOthersMs[attempts - 1];
  return retryAfterMs[Math.min(attempts, retryAfterMs.length) - 1];
}

/** What has to be handled one after the other: a thread's messages, a person's commands. */
function laneOf(event: ChatEvent): string {
  return event.kind === 'message' ? event.thread : `${event.person} ${event.place}`;
}
