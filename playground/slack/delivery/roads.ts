import type { Road } from './deliveries.ts';
import { HttpRoad } from './send-over-http.ts';

interface RoadsOptions {
  readonly sockets: Road & { readonly count: number };
  readonly signingSecret: string;
  readonly timeoutMs: number;
}

/** Knows how the app is reached just now: over a socket that it holds open, else at its request URL. */
export class Roads {
  readonly #options: RoadsOptions;
  #http: HttpRoad | undefined;

  constructor(options: RoadsOptions) {
    this.#options = options;
  }

  /** From now on the app is at this URL, unless it holds a socket open. */
  async connect(eventsUrl: string): Promise<void> {
    const { signingSecret, timeoutMs } = this.#options;
    const before = this.#http;
    this.#http = new HttpRoad({ url: eventsUrl, signingSecret, timeoutMs });
    await before?.close();
  }

  current(): Road | undefined {
    return this.#options.sockets.count > 0 ? this.#options.sockets : this.#http;
  }

  async close(): Promise<void> {
    await this.#http?.close();
    this.#http = undefined;
  }
}
