import type { Delivery } from './delivery/delivery.ts';
import type { Call, TaskModule, Team, TeamsFile, TeamsMessage, TeamsPerson } from './model.ts';

/** Something that has just changed in the tenant, for a page that shows it live. */
export type Change =
  | { readonly kind: 'message posted' | 'message updated' | 'message deleted'; readonly message: TeamsMessage }
  | { readonly kind: 'reaction added' | 'reaction removed'; readonly message: TeamsMessage; readonly type: string }
  | { readonly kind: 'typing'; readonly conversationId: string }
  | { readonly kind: 'task opened' | 'task changed'; readonly personId: string; readonly task: TaskModule }
  | { readonly kind: 'task closed'; readonly personId: string }
  | { readonly kind: 'notice shown'; readonly personId: string; readonly text: string }
  | { readonly kind: 'file added'; readonly file: TeamsFile }
  | { readonly kind: 'person changed'; readonly person: TeamsPerson }
  | { readonly kind: 'team changed'; readonly team: Team }
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'delivery'; readonly delivery: Delivery };

/** Hears of every change, in the order in which they happen. */
export type ChangeListener = (change: Change) => void;

/** Passes each change on to everyone who listens. */
export class Changes {
  readonly #listeners = new Set<ChangeListener>();
  #last = 'nothing yet';

  /** Starts listening; the answer stops it. */
  on(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(change: Change): void {
    this.#last = change.kind;
    for (const listener of [...this.#listeners]) listener(change);
  }

  /** The kind of the latest change, for messages about what is being waited for. */
  get lastKind(): string {
    return this.#last;
  }

  /**
   * Waits until the condition holds; it is asked now and again after each change.
   * @param timeoutMs how long to wait, in milliseconds
   * @throws Error with `describe()`'s text when the time is over
   */
  async until(holds: () => boolean, timeoutMs: number, describe: () => string): Promise<void> {
    if (holds()) return;
    const { promise, resolve, reject } = withResolvers();
    const stop = this.on(() => {
      try {
        if (holds()) resolve();
      } catch (cause) {
        reject(cause);
      }
    });
    const timer = setTimeout(() => reject(new Error(`Still not so after ${timeoutMs} ms.\n${describe()}`)), timeoutMs);
    await promise.finally(() => {
      stop();
      clearTimeout(timer);
    });
  }
}

function withResolvers() {
  let resolve: () => void = () => undefined;
  let reject: (cause: unknown) => void = () => undefined;
  const promise = new Promise<void>((onDone, onFailure) => {
    resolve = onDone;
    reject = onFailure;
  });
  return { promise, resolve, reject };
}
