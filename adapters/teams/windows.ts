import type { Window } from './options.ts';

/** Counts what was said in sliding windows, and tells when there is room for more. Pure but for what it remembers. */
export class Windows {
  readonly #windows: readonly Window[];
  readonly #longestMs: number;
  readonly #most: number;
  #taken: number[] = [];

  constructor(windows: readonly Window[]) {
    this.#windows = windows;
    this.#longestMs = Math.max(0, ...windows.map(({ withinMs }) => withinMs));
    this.#most = Math.max(0, ...windows.map(({ most }) => most));
  }

  /** Milliseconds until one more fits into every window; 0 when it fits now. */
  waitMs(nowMs: number): number {
    const waits = this.#windows.map(({ most, withinMs }) => {
      const oldest = this.#taken.at(-most);
      return oldest === undefined ? 0 : oldest + withinMs + marginMs - nowMs;
    });
    return Math.max(0, ...waits);
  }

  /** @returns to be called when the answer is there: somewhere between the two Teams has counted it, at the latest then */
  take(nowMs: number): (answeredMs: number) => void {
    this.#taken.push(nowMs);
    if (this.#taken.length > 2 * this.#most) this.#taken = this.#taken.slice(-this.#most);
    return (answeredMs) => {
      const at = this.#taken.lastIndexOf(nowMs);
      if (at === -1) return;
      this.#taken.splice(at, 1);
      this.#taken.push(answeredMs);
      this.#taken.sort((one, other) => one - other);
    };
  }

  /** Whether nothing that was said counts any more. */
  isEmpty(nowMs: number): boolean {
    const last = this.#taken.at(-1);
    return last === undefined || last + this.#longestMs + marginMs < nowMs;
  }
}

/** What is sent evenly may still arrive unevenly. */
const marginMs = 30;
