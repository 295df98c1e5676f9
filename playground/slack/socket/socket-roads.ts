import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Changes } from '../changes.ts';
import type { Road } from '../delivery/deliveries.ts';
import type { Attempt, Delivery } from '../delivery/delivery.ts';
import { type Try, tryFields } from '../delivery/send-over-http.ts';
import { isObject, type JsonObject, parsed, textIn } from '../json.ts';
import { WebSocketEnd } from './web-socket.ts';

/** How often Slack's side pings an open socket, in milliseconds. */
const pingEveryMs = 10_000;

interface SocketOptions {
  readonly appId: string;
  readonly changes: Changes;
  /** How long an acknowledgement may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** The sockets that an app in Socket Mode holds open, and deliveries over them. */
export class SocketRoads implements Road {
  readonly #options: SocketOptions;
  readonly #tickets = new Set<string>();
  readonly #open = new Map<WebSocketEnd, NodeJS.Timeout>();
  readonly #waiting = new Map<string, (body: string) => void>();
  #turn = 0;

  constructor(options: SocketOptions) {
    this.#options = options;
  }

  /** How many sockets the app holds open. */
  get count(): number {
    return this.#open.size;
  }

  /** A fresh address, good for one connection. */
  invite(baseUrl: string): string {
    const ticket = randomBytes(12).toString('hex');
    this.#tickets.add(ticket);
    return `${baseUrl.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${this.#options.appId}`;
  }

  /** Lets a connection in that shows its ticket. */
  accept(request: IncomingMessage, socket: Duplex): void {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    const end: WebSocketEnd = new WebSocketEnd(request, socket, {
      text: (text) => this.#heard(text),
      close: () => this.#forget(end),
    });
    const pings = setInterval(() => end.ping(), pingEveryMs);
    pings.unref();
    this.#open.set(end, pings);
    end.send(JSON.stringify(this.#hello()));
    this.#options.changes.tell({ kind: 'socket opened' });
  }

  /** Sends over one socket after the other, and waits for its acknowledgement. */
  async send(delivery: Delivery, which: Try): Promise<Attempt> {
    const ends = [...this.#open.keys()];
    this.#turn += 1;
    const end = ends[this.#turn % ends.length];
    const began = performance.now();
    const attempt = { via: 'socket' as const, ...tryFields(which), noRetry: false };
    if (!end) return { ...attempt, failure: 'not_connected', ms: 0, body: '' };
    const id = randomUUID();
    end.send(JSON.stringify(envelope(id, delivery, which)));
    const body = await this.#acknowledgement(id);
    const ms = performance.now() - began;
    return body === undefined
      ? { ...attempt, failure: 'http_timeout', ms, body: '' }
      : { ...attempt, status: 200, ms, body };
  }

  /** Asks the app to come again, as Slack does when it moves a connection. */
  refresh(reason: 'refresh_requested' | 'warning' = 'refresh_requested'): void {
    for (const end of [...this.#open.keys()]) {
      end.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'playground' } }));
    }
  }

  /** Cuts every connection without a word. */
  cut(): void {
    for (const end of [...this.#open.keys()]) end.cut();
  }

  close(): void {
    for (const end of [...this.#open.keys()]) {
      end.close();
      this.#forget(end);
    }
  }

  #hello(): JsonObject {
    return {
      type: 'hello',
      num_connections: this.#open.size,
      debug_info: { host: 'playground', approximate_connection_time: 3600 },
      connection_info: { app_id: this.#options.appId },
    };
  }

  #acknowledgement(id: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        resolve(undefined);
      }, this.#options.timeoutMs);
      this.#waiting.set(id, (body) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(body);
      });
    });
  }

  #heard(text: string): void {
    const said = parsed(text);
    if (!isObject(said)) return;
    const payload = said.payload;
    const isEmpty = !isObject(payload) || Object.keys(payload).length === 0;
    this.#waiting.get(textIn(said.envelope_id) ?? '')?.(isEmpty ? '' : JSON.stringify(payload));
  }

  #forget(end: WebSocketEnd): void {
    clearInterval(this.#open.get(end));
    if (this.#open.delete(end)) this.#options.changes.tell({ kind: 'socket closed' });
  }
}

function envelope(id: string, { kind, payload }: Delivery, which: Try): JsonObject {
  const type = { event: 'events_api', interaction: 'interactive', command: 'slash_commands' }[kind];
  return {
    envelope_id: id,
    type,
    payload,
    accepts_response_payload: kind !== 'event',
    ...(kind === 'event' ? { retry_attempt: which.num, retry_reason: which.reason ?? '' } : {}),
  };
}
