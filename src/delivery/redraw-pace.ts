import { LRUCache } from 'lru-cache';

/** Milliseconds. */
export interface RedrawWaits {
  /** Before the first drawing: long enough to catch what one click causes, short enough that the button feels quick. */
  readonly firstAfterMs: number;
  /** How long a burst must be over. */
  readonly quietMs: number;
  /** How long it may last. */
  readonly longestMs: number;
}

const usualWaits: RedrawWaits = { firstAfterMs: 80, quietMs: 1_000, longestMs: 10_000 };

/**
 * When a card may be drawn anew. The first change after a quiet time is drawn at once, so that a button feels quick; a
 * burst after it becomes one more drawing, when it has been quiet for a second or ten seconds have passed.
 */
export class RedrawPace {
  readonly #nowMs: () => number;
  readonly #waits: RedrawWaits;
  readonly #cards = new LRUCache<string, { drawnAt: number; firstAt: number | undefined; lastAt: number }>({
    max: 10_000,
  });

  /** @param nowMs milliseconds of a clock that never jumps */
  constructor(nowMs: () => number = () => performance.now(), waits: RedrawWaits = usualWaits) {
    this.#nowMs = nowMs;
    this.#waits = waits;
  }

  changed(key: string): void {
    const now = this.#nowMs();
    const { drawnAt, firstAt } = this.#cards.get(key) ?? { drawnAt: Number.NEGATIVE_INFINITY, firstAt: undefined };
    this.#cards.set(key, { drawnAt, firstAt: firstAt ?? now, lastAt: now });
  }

  drawn(key: string): void {
    const now = this.#nowMs();
    this.#cards.set(key, { drawnAt: now, firstAt: undefined, lastAt: now });
  }

  isDue(key: string): boolean {
    return this.waitMs(key) <= 0;
  }

  /** Milliseconds until the card may be drawn; 0 or less when it may be now. */
  waitMs(key: string): number {
    const { firstAfterMs, quietMs, longestMs } = this.#waits;
    const card = this.#cards.get(key);
    if (!card || card.firstAt === undefined) return 0;
    const isBurst = card.firstAt - card.drawnAt < longestMs;
    const dueAt = isBurst ? Math.min(card.lastAt + quietMs, card.firstAt + longestMs) : card.firstAt + firstAfterMs;
    return dueAt - this.#nowMs();
  }
}
