import type { Clock } from '../../src/clock.ts';

/** A clock that stands until it is told to go on. */
export class FakeClock implements Clock {
  #now: number;

  constructor(at = new Date('2026-03-02T09:00:00Z')) {
    this.#now = at.getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}

export const seconds = (count: number) => count * 1000;
export const minutes = (count: number) => count * 60_000;
export const days = (count: number) => count * 86_400_000;
