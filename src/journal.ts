import { underEvent } from './log.ts';

/** One event as the desk handled it, for metrics, the playground and whoever wants to know what happened. No content. */
export interface JournalEntry {
  readonly event: string;
  readonly kind: string;
  readonly flow: string;
  readonly at: Date;
  readonly ms: number;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly tickets: readonly string[];
}

type Listener = (entry: JournalEntry) => void;

/** Tells what the desk has done, as it happens. */
export class Journal {
  readonly #tickets = new Map<string, Set<string>>();
  readonly #listeners = new Set<Listener>();
  #isTraced = false;

  /** Notes that an event that is being handled concerns a ticket. */
  concerns(event: string, key: string): void {
    this.#tickets.get(event)?.add(key);
  }

  /** From here on every call to a platform names the event that caused it, which makes each click a little dearer. */
  trace(): void {
    this.#isTraced = true;
  }

  /** Does an event's work. */
  under<T>(event: string, work: () => T): T {
    return this.#isTraced ? underEvent(event, work) : work();
  }

  begin(event: string): void {
    this.#tickets.set(event, new Set());
  }

  end(entry: Omit<JournalEntry, 'tickets'>): JournalEntry {
    const whole = { ...entry, tickets: [...(this.#tickets.get(entry.event) ?? [])] };
    this.#tickets.delete(entry.event);
    for (const listener of this.#listeners) listener(whole);
    return whole;
  }

  /** @returns how to stop listening */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
