import type { Payload } from '../../src/chat/payload.ts';

/** What Teams is told: a status, and for an invoke what it shows. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** What the adapter does with one activity. */
export type Handle = (activity: Payload, isAnonymous: boolean) => Promise<Answer>;

/** Leads every activity that was let in to the adapter's one listener, and knows what is in hand. */
export class Intake {
  readonly #inHand = new Set<Promise<Answer | 'again'>>();
  #handle: Handle | undefined;

  get isOpen(): boolean {
    return this.#handle !== undefined;
  }

  open(handle: Handle): void {
    this.#handle = handle;
  }

  /** Takes nothing more and waits for what is in hand. */
  async close(): Promise<void> {
    this.#handle = undefined;
    await Promise.allSettled(this.#inHand);
  }

  /** @returns the answer, or that Teams is to send the activity again */
  take(activity: Payload, isAnonymous: boolean): Promise<Answer | 'again'> {
    const taken = this.#process(activity, isAnonymous).finally(() => this.#inHand.delete(taken));
    this.#inHand.add(taken);
    return taken;
  }

  async #process(activity: Payload, isAnonymous: boolean): Promise<Answer | 'again'> {
    if (this.#handle === undefined) return 'again';
    try {
      return await this.#handle(activity, isAnonymous);
    } catch {
      return 'again'; // the router has told of it
    }
  }
}
