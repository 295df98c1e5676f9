import type { Delivery } from './delivery/delivery.ts';
import type { Call, Channel, EphemeralMessage, Person, SlackFile, SlackMessage, SlackView } from './model.ts';

/** Something that has just changed in the workspace, for a page that shows it live. */
export type Change =
  | { readonly kind: 'message posted' | 'message updated' | 'message deleted'; readonly message: SlackMessage }
  | {
      readonly kind: 'ephemeral posted' | 'ephemeral updated' | 'ephemeral deleted';
      readonly message: EphemeralMessage;
    }
  | { readonly kind: 'view opened' | 'view updated' | 'view closed'; readonly person: string; readonly view: SlackView }
  | {
      readonly kind: 'view refused';
      readonly person: string;
      readonly view: SlackView;
      readonly errors: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'home published'; readonly person: string; readonly view: SlackView }
  | {
      readonly kind: 'reaction added' | 'reaction removed';
      readonly message: SlackMessage;
      readonly person: string;
      readonly emoji: string;
    }
  | { readonly kind: 'file added'; readonly file: SlackFile }
  | { readonly kind: 'person changed'; readonly person: Person }
  | { readonly kind: 'channel changed'; readonly channel: Channel }
  | { readonly kind: 'socket opened' | 'socket closed' }
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'delivery'; readonly delivery: Delivery };

/** Hears of every change, in the order in which they happen. */
export type ChangeListener = (change: Change) => void;

/** Passes each change on to everyone who listens. */
export class Changes {
  readonly #listeners = new Set<ChangeListener>();
  #last: Change | undefined;

  /** Starts listening; the answer stops it. */
  on(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(change: Change): void {
    this.#last = change;
    for (const listener of [...this.#listeners]) listener(change);
  }

  /** The kind of the latest change, for messages about what is being waited for. */
  lastKind(): string {
    return this.#last?.kind ?? 'nothing yet';
  }

  /**
   * Waits until the condition holds; it is asked now and again after each change.
   * @param timeoutMs how long to wait, in milliseconds
   * @throws Error with `describe()`'s text when the time is over
   */
  until(holds: () => boolean, timeoutMs: number, describe: () => string): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = this.on(() => {
        try {
          if (!holds()) return;
          resolve();
        } catch (cause) {
          reject(cause);
        }
        clearTimeout(timer);
        stop();
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Still not so after ${timeoutMs} ms.\n${describe()}`));
      }, timeoutMs);
    });
  }
}
