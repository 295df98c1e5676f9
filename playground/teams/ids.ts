import { createHash } from 'node:crypto';
import type { Clock } from '../slack/clock.ts';

/** Makes the ids that Teams would make: never the same twice in one tenant. */
export class Ids {
  readonly #clock: Clock;
  #lastMs = 0;
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A message's id: milliseconds of Unix time, always later than every one before it. */
  message(): string {
    this.#lastMs = Math.max(this.#clock.now().getTime(), this.#lastMs + 1);
    return String(this.#lastMs);
  }

  /** A counting number, for what is numbered rather than named. */
  count(): number {
    this.#count += 1;
    return this.#count;
  }
}

/** Hexadecimal digits that are always the same for the same words. */
export function digest(...words: readonly string[]): string {
  return createHash('sha256').update(words.join('\n')).digest('hex');
}

/** A GUID that is always the same for the same words. */
export function guidOf(...words: readonly string[]): string {
  const hex = digest(...words);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
