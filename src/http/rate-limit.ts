import { LRUCache } from 'lru-cache';

/** So many requests of one address within so long; what is over that is turned away until the time is over. */
export class RateLimit {
  readonly #most: number;
  readonly #counts: LRUCache<string, { count: number; readonly since: number }>;
  readonly #withinMs: number;
  readonly #now: () => Date;

  constructor({ most, withinMs, now }: { readonly most: number; readonly withinMs: number; readonly now: () => Date }) {
    this.#most = most;
    this.#withinMs = withinMs;
    this.#now = now;
    this.#counts = new LRUCache({ max: 10_000 });
  }

  /** Counts one more. @returns whether it may pass */
  take(address: string): boolean {
    const now = this.#now().getTime();
    const known = this.#counts.get(address);
    const running = known && now - known.since < this.#withinMs ? known : { count: 0, since: now };
    running.count += 1;
    this.#counts.set(address, running);
    return running.count <= this.#most;
  }
}
