import { setTimeout as sleep } from 'node:timers/promises';

/** Time that is running out. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #endsAt: number;

  constructor(ms: number) {
    this.#endsAt = performance.now() + ms;
    this.#timer = setTimeout(() => this.#controller.abort(), ms);
  }

  /** Aborts when the time is over. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get leftMs(): number {
    return this.#endsAt - performance.now();
  }

  /** Waits, but not beyond the end. @returns whether time is left */
  async wait(ms: number): Promise<boolean> {
    if (ms >= this.leftMs) return false;
    await sleep(ms, undefined, { signal: this.signal }).catch(() => undefined);
    return !this.signal.aborted;
  }

  /** What work gives, or `late` when the time is over before; the work goes on unheard then. */
  async before<T, L>(work: Promise<T>, late: L): Promise<T | L> {
    const { signal } = this;
    if (signal.aborted) return late;
    let stop = () => {};
    const over = new Promise<L>((resolve) => {
      stop = () => resolve(late);
      signal.addEventListener('abort', stop, { once: true });
    });
    return Promise.race([work, over]).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  }

  /** The time no longer matters. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
