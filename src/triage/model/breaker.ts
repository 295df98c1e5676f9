import type { Clock } from '../../clock.ts';
import type { FallBack } from '../assistant.ts';

export interface Failure {
  readonly reason: FallBack;
  /** It gave no sign at all: whoever asks next would wait as long. */
  readonly isSilent: boolean;
  /** How much patience the server asked for. */
  readonly retryAfterMs?: number | undefined;
}

/** A server that answers with errors is asked so often before it is left alone. */
const mostErrors = 3;
const firstPauseMs = 10_000;
const longestPauseMs = 5 * 60_000;

/**
 * Leaves a server alone that does not answer, so that one ticket waits for it and not every one: at once when it gives no
 * sign, after three errors else, each time twice as long. One process's own.
 */
export class Breaker {
  readonly #clock: Clock;
  #failures = 0;
  #pauseMs = 0;
  #openUntil = 0;
  #reason: FallBack = 'error';

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Why the server is not asked now; undefined when it may be. After a pause one call is let through to see. */
  closedFor(): FallBack | undefined {
    const now = this.#clock.now().getTime();
    if (now < this.#openUntil) return this.#reason;
    if (this.#openUntil > 0) this.#openUntil = now + this.#pauseMs;
    return undefined;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openUntil = 0;
  }

  failed({ reason, isSilent, retryAfterMs = 0 }: Failure): void {
    this.#reason = reason;
    this.#failures += 1;
    const doublings = this.#failures - (isSilent ? 1 : mostErrors);
    const pauseMs = doublings < 0 ? 0 : firstPauseMs * 2 ** Math.min(doublings, 10);
    this.#pauseMs = Math.min(longestPauseMs, Math.max(pauseMs, retryAfterMs));
    this.#openUntil = this.#pauseMs === 0 ? 0 : this.#clock.now().getTime() + this.#pauseMs;
  }
}
