import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Journal } from '../journal.ts';

/** A call to a platform, as an adapter tells of it. */
export interface PlatformCall {
  readonly method: string;
  readonly ms: number;
  readonly status: number;
  readonly error?: string | undefined;
}

/** What Prometheus can read at `/metrics`. Labels are flows and methods, never people or words. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #calls: Histogram<'method' | 'outcome'>;

  constructor(journal: Journal, pending: () => Promise<number>) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    const handled = new Histogram({
      name: 'deskhand_event_seconds',
      help: 'How long events took to be handled, by flow and outcome',
      labelNames: ['flow', 'outcome'],
      buckets: [0.005, 0.02, 0.1, 0.5, 1, 3, 10],
      registers,
    });
    const opened = new Counter({ name: 'deskhand_ticket_changes_total', help: 'Tickets touched by events', registers });
    this.#calls = new Histogram({
      name: 'deskhand_platform_call_seconds',
      help: 'How long calls to a platform took, by method and outcome',
      labelNames: ['method', 'outcome'],
      buckets: [0.02, 0.1, 0.5, 1, 3, 10],
      registers,
    });
    new Gauge({
      name: 'deskhand_inbox_pending',
      help: 'Events that are taken and not done',
      registers,
      async collect() {
        this.set(await pending());
      },
    });
    journal.subscribe(({ flow, outcome, ms, tickets }) => {
      handled.observe({ flow, outcome }, ms / 1000);
      opened.inc(tickets.length);
    });
  }

  called({ method, ms, status, error }: PlatformCall): void {
    const outcome = status === 429 ? 'limited' : error || status >= 400 || status === 0 ? 'failed' : 'ok';
    this.#calls.observe({ method, outcome }, ms / 1000);
  }

  async text(): Promise<{ readonly contentType: string; readonly text: string }> {
    return { contentType: this.#registry.contentType, text: await this.#registry.metrics() };
  }
}
