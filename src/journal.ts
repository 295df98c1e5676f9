import { currentEvent } from './log.ts';

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

  /** Notes that the event that is being handled concerns a ticket. */
  concerns(key: string): void {
    const event = currentEvent();
    if (event) this.#tickets.get(event)?.add(key);
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
