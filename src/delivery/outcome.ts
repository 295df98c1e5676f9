import { DeliveryError } from '../errors.ts';
import type { CardSlot, Ticket } from '../tickets/ticket.ts';
import type { Next, Settled } from './delivery-store.ts';

/** What is being sent for one ticket. */
export interface Sending {
  readonly ticket: Ticket;
  readonly outcome: Outcome;
  /** Whoever sent before never came to the end: look before posting. */
  readonly mayHaveArrived: boolean;
}

/** What one delivery has done so far; becomes one write. */
export class Outcome {
  readonly #slots = new Map<string, CardSlot>();
  readonly #newSlots: CardSlot[] = [];
  readonly #doneEffects: string[] = [];
  readonly #failures: unknown[] = [];
  #awaitsUntil: Date | undefined;
  #posted = 0;
  #thread: string | undefined;

  lies(slot: CardSlot): void {
    this.#slots.set(slot.id, slot);
  }

  adds(slot: CardSlot): void {
    this.#newSlots.push(slot);
  }

  posted(count = 1): void {
    this.#posted += count;
  }

  begins(thread: string): void {
    this.#thread = thread;
  }

  did(effectId: string): void {
    this.#doneEffects.push(effectId);
  }

  failed(error: unknown): void {
    this.#failures.push(error);
  }

  /** Something is under way that is not to be waited for: it will say when it has come to its end. @param until at the latest */
  awaits(until: Date): void {
    this.#awaitsUntil = until;
  }

  get hasFailed(): boolean {
    return this.#failures.length > 0;
  }

  get failures(): readonly unknown[] {
    return this.#failures;
  }

  /** The ticket with what this delivery has found out. */
  seenIn(ticket: Ticket): Ticket {
    const cards = ticket.cards.map((slot) => this.#slots.get(slot.id) ?? slot);
    return { ...ticket, cards: [...cards, ...this.#newSlots], ...(this.#thread ? { thread: this.#thread } : {}) };
  }

  /** @param retryAt when to try again what failed */
  settled(isMoreOwed: boolean, retryAt: Date): Settled {
    return {
      slots: [...this.#slots.values()],
      newSlots: this.#newSlots,
      doneEffects: this.#doneEffects,
      posted: this.#posted,
      thread: this.#thread,
      next: this.#next(isMoreOwed, retryAt),
    };
  }

  #next(isMoreOwed: boolean, at: Date): Next {
    if (!this.hasFailed && isMoreOwed) return { kind: 'more' };
    if (!this.hasFailed)
      return this.#awaitsUntil ? { kind: 'later', at: this.#awaitsUntil, mayHaveArrived: false } : { kind: 'done' };
    const mayHaveArrived = this.#failures.some((error) => !(error instanceof DeliveryError) || error.mayHaveArrived);
    return { kind: 'later', at, mayHaveArrived };
  }
}

/** Whether trying again soon makes no sense: somebody has to change something first. */
export function isLasting(error: unknown): boolean {
  return !(error instanceof DeliveryError) || error.isPermanent;
}

/** A thread cannot be told before its card lies there; the card's own failure says when that is tried again. */
export function noCardYet(key: string): DeliveryError {
  return new DeliveryError('no_card', `${key} has no card yet under which this could be said.`, { isPermanent: true });
}
