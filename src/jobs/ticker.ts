import type { Log } from '../log.ts';

/** Something that is looked after every second: it costs next to nothing when there is nothing to do. */
export interface Watch {
  readonly name: string;
  run(): Promise<void>;
}

const everyMs = 1000;

/**
 * Runs what has to come within a second of its time. It looks again and again in place of waiting until the next due
 * instant, so that a clock that stands, jumps or is set back delays nothing by more than that.
 */
export class Ticker {
  readonly #watches: readonly Watch[];
  readonly #log: Log;
  readonly #running = new Map<string, Promise<void>>();
  readonly #failing = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(watches: readonly Watch[], log: Log) {
    this.#watches = watches;
    this.#log = log;
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), everyMs);
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#running.values());
  }

  #tick(): void {
    for (const watch of this.#watches)
      if (!this.#running.has(watch.name)) this.#running.set(watch.name, this.#run(watch));
  }

  async #run({ name, run }: Watch): Promise<void> {
    try {
      await run();
      this.#failing.delete(name);
    } catch (error) {
      // A store that is away for an hour is one line, not 3,600.
      if (!this.#failing.has(name)) this.#log.error({ err: error, watch: name }, 'it failed and is tried every second');
      this.#failing.add(name);
    } finally {
      this.#running.delete(name);
    }
  }
}
