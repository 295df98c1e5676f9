import type { Clock } from '../../clock.ts';
import type { FallBack } from '../assistant.ts';

const failuresUntilOpen = 3;
const firstPauseMs = 30_000;
const longestPauseMs = 5 * 60_000;

/** Leaves a server alone that does not answer, so that not every ticket waits for it. One process's own. */
export class Breaker {
  readonly #clock: Clock;
  #failures = 0;
  #openUntil = 0;
  #reason: FallBack = 'error';

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Why the server is not asked now; undefined when it may be. After a pause one call is let through to see. */
  closedFor(): FallBack | undefined {
    const now = this.#clock.now().getTime();
    if (now < this.#openUntil) return this.#reason;
    if (this.#failures >= failuresUntilOpen) this.#openUntil = now + this.#pauseMs();
    return undefined;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openUntil = 0;
  }

  /** @param retryAfterMs how much patience the server asked for */
  failed(reason: FallBack, retryAfterMs = 0): void {
    this.#reason = reason;
    this.#failures += 1;
    const now = this.#clock.now().getTime();
    const pauseMs = this.#failures >= failuresUntilOpen ? this.#pauseMs() : 0;
    this.#openUntil = now + Math.max(pauseMs, Math.min(retryAfterMs, longestPauseMs));
  }

  #pauseMs(): number {
    return Math.min(longestPauseMs, firstPauseMs * 2 ** (this.#failures - failuresUntilOpen));
  }
}
