import type { Clock } from '../slack/clock.ts';

/** How many calls fit into a stretch of time. */
interface Window {
  readonly most: number;
  readonly ms: number;
}

/**
 * A bot in one thread: sending and reading are counted apart; and all that an app does in a tenant
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
 */
const windows: Readonly<Record<'send' | 'read' | 'tenant', readonly Window[]>> = {
  send: [
    { most: 7, ms: 1000 },
    { most: 8, ms: 2000 },
    { most: 60, ms: 30_000 },
    { most: 1800, ms: 3_600_000 },
  ],
  read: [
    { most: 14, ms: 1000 },
    { most: 16, ms: 2000 },
    { most: 120, ms: 30_000 },
    { most: 3600, ms: 3_600_000 },
  ],
  tenant: [{ most: 50, ms: 1000 }],
};

/** Counts calls as Teams does, in sliding windows. */
export class Pace {
  readonly #clock: Clock;
  readonly #scale: number;
  readonly #taken = new Map<string, number[]>();

  /** @param scale shortens every window for tests: 0.1 makes a tenth of a second of a second */
  constructor(clock: Clock, scale = 1) {
    this.#clock = clock;
    this.#scale = scale;
  }

  /**
   * Counts one call.
   * @returns how many seconds to wait when it is one too many, which is then not counted; else undefined
   */
  take(kind: 'send' | 'read', conversationId: string): number | undefined {
    const now = this.#clock.now().getTime();
    const lists = [
      { times: this.#times(`${kind} ${conversationId}`), windows: windows[kind] },
      { times: this.#times('tenant'), windows: windows.tenant },
    ];
    const waits = lists.flatMap(({ times, windows: some }) => some.map((one) => this.#waitMs(times, one, now)));
    const waitMs = Math.max(...waits);
    if (waitMs > 0) return Math.max(1, Math.ceil(waitMs / 1000));
    for (const { times } of lists) times.push(now);
    return undefined;
  }

  #times(name: string): number[] {
    const times = this.#taken.get(name) ?? [];
    if (times.length > 4000) times.splice(0, times.length - 3600);
    this.#taken.set(name, times);
    return times;
  }

  #waitMs(times: readonly number[], { most, ms }: Window, now: number): number {
    const first = times[times.length - most];
    return first === undefined ? 0 : Math.max(0, first + ms * this.#scale - now);
  }
}
