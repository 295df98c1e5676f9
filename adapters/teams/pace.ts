import { wait } from '../../src/chat/backoff.ts';
import type { Window } from './options.ts';
import { Windows } from './windows.ts';

/**
 * Keeps to how often Teams lets a bot speak: in one thread, and in one tenant.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export class Pace {
  readonly #threadWindows: readonly Window[];
  readonly #tenantWindows: readonly Window[];
  readonly #threads = new Map<string, Windows>();
  readonly #tenants = new Map<string, Windows>();

  constructor(threadWindows: readonly Window[], tenantWindows: readonly Window[]) {
    this.#threadWindows = threadWindows;
    this.#tenantWindows = tenantWindows;
  }

  /**
   * Comes back when one more call may go; a signal cuts it short.
   * @param thread left out for a call that counts for the tenant only
   * @returns to be called when the answer is there: Teams counts when a call arrives, which nobody here sees
   */
  async take(tenant: string, thread: string | undefined, signal: AbortSignal): Promise<() => void> {
    for (;;) {
      const nowMs = performance.now();
      const counted = [this.#of(this.#tenants, tenant, this.#tenantWindows), ...this.#threadOf(thread)];
      const waitMs = Math.max(...counted.map((windows) => windows.waitMs(nowMs)));
      if (waitMs <= 0 || signal.aborted) {
        const taken = counted.map((windows) => windows.take(nowMs));
        return () => {
          const answeredMs = performance.now();
          for (const answered of taken) answered(answeredMs);
        };
      }
      await wait(waitMs, signal);
    }
  }

  #threadOf(thread: string | undefined): readonly Windows[] {
    return thread === undefined ? [] : [this.#of(this.#threads, thread, this.#threadWindows)];
  }

  #of(all: Map<string, Windows>, key: string, limits: readonly Window[]): Windows {
    const known = all.get(key);
    if (known !== undefined) return known;
    if (all.size >= tidyAt) this.#tidy(all);
    const windows = new Windows(limits);
    all.set(key, windows);
    return windows;
  }

  #tidy(all: Map<string, Windows>): void {
    const nowMs = performance.now();
    for (const [key, windows] of all) if (windows.isEmpty(nowMs)) all.delete(key);
  }
}

const tidyAt = 5000;
