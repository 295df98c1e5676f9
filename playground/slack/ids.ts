import type { Clock } from './clock.ts';

/** Makes the ids that Slack would make: never the same twice in one workspace. */
export class Ids {
  readonly #clock: Clock;
  #lastMicroseconds = 0;
  #count = 0;
  /** Begins with the instant: a desk that outlives this workspace must never take a new id for one that it knows. */
  #latest: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#latest = clock.now().getTime();
  }

  /** A message's ts: seconds of Unix time with six decimals, always later than every one before it. */
  ts(): string {
    const now = this.#clock.now().getTime() * 1000;
    this.#lastMicroseconds = Math.max(now, this.#lastMicroseconds + 1);
    const seconds = Math.floor(this.#lastMicroseconds / 1_000_000);
    const rest = this.#lastMicroseconds % 1_000_000;
    return `${seconds}.${String(rest).padStart(6, '0')}`;
  }

  /** An id such as Ev000A1: the prefix tells what it is of. */
  next(prefix: string): string {
    this.#latest += 1;
    return `${prefix}0${this.#latest.toString(36).toUpperCase().padStart(8, '0')}`;
  }

  /** A counting number, for what is numbered rather than named. */
  count(): number {
    this.#count += 1;
    return this.#count;
  }
}
