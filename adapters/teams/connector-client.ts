import { Agent, type Dispatcher, request } from 'undici';
import { isPayload, type Payload, part, parts, word } from '../../src/chat/payload.ts';
import { currentEvent } from '../../src/log.ts';
import type { Call } from './options.ts';
import { isOnThisMachine } from './service-urls.ts';

/** How one call went. A failure says whether it may have had its effect all the same. */
export type Outcome =
  | { readonly is: 'done'; readonly answer: unknown }
  | { readonly is: 'limited'; readonly afterMs: number | undefined }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'lost'; readonly code: string; readonly mayHaveArrived: boolean; readonly cause?: unknown };

/** One request to the connector or the login. */
export interface Asked {
  /** The connector's own name for the call, for logs and metrics. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly token?: string | undefined;
  /** JSON, or a form. */
  readonly body?: Payload | URLSearchParams;
}

/**
 * One attempt at a call, over kept connections. The SDK's own client repeats calls by itself and knows nothing of when
 * that may double a message.
 */
export class ConnectorClient {
  readonly agent = new Agent({ connections: 32, keepAliveTimeout: 20_000 });
  readonly #timeoutMs: number;
  readonly #onCall: ((call: Call) => void) | undefined;

  constructor(to: { timeoutMs: number; onCall?: ((call: Call) => void) | undefined }) {
    this.#timeoutMs = to.timeoutMs;
    this.#onCall = to.onCall;
  }

  async attempt(asked: Asked): Promise<Outcome> {
    const startedAt = performance.now();
    let status = 0;
    let outcome: Outcome;
    try {
      const response = await request(asked.url, this.#sent(asked));
      status = response.statusCode;
      outcome = read(status, response.headers, await response.body.text());
    } catch (cause) {
      const mayHaveArrived = reachedIt(cause);
      outcome = { is: 'lost', code: mayHaveArrived ? 'no_answer' : 'not_reached', mayHaveArrived, cause };
    }
    this.#tell(asked.name, performance.now() - startedAt, status, outcome);
    return outcome;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  #sent({
    method,
    url,
    token,
    body,
  }: Asked): Omit<Dispatcher.RequestOptions, 'path' | 'origin'> & { dispatcher: Agent } {
    const isForm = body instanceof URLSearchParams;
    const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json; charset=utf-8';
    return {
      method,
      dispatcher: this.agent,
      headers: {
        ...(body && { 'content-type': type }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...cause(url),
      },
      ...(body && { body: isForm ? body.toString() : JSON.stringify(body) }),
      headersTimeout: this.#timeoutMs,
      bodyTimeout: this.#timeoutMs,
    };
  }

  #tell(method: string, ms: number, status: number, outcome: Outcome): void {
    if (this.#onCall === undefined) return;
    const event = currentEvent();
    const error = outcome.is === 'done' ? undefined : outcome.is === 'limited' ? 'Throttled' : outcome.code;
    this.#onCall({ method, ms, status, ...(error && { error }), ...(event && { event }) });
  }
}

/** An emulated connector on this machine shows what caused a call; the real one has no use for it. */
function cause(url: string): { 'x-deskhand-event'?: string } {
  const event = isOnThisMachine(url) ? currentEvent() : undefined;
  return event ? { 'x-deskhand-event': encodeURI(event) } : {};
}

function read(status: number, headers: Readonly<Record<string, string | string[] | undefined>>, text: string): Outcome {
  if (status === 429) {
    const seconds = Number(headers['retry-after']);
    return { is: 'limited', afterMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined };
  }
  // A failed precondition is a change that got in the way: nothing was done.
  if (status === 412 || status === 408) return { is: 'lost', code: `http_${status}`, mayHaveArrived: false };
  if (status >= 500) return { is: 'lost', code: `http_${status}`, mayHaveArrived: true };
  const answer = parsed(text);
  if (status >= 200 && status < 300) return { is: 'done', answer };
  return { is: 'refused', code: codeIn(answer) ?? (status === 401 ? 'Unauthorized' : `http_${status}`) };
}

/** The connector nests its code, the login does not. */
function codeIn(answer: unknown): string | undefined {
  if (!isPayload(answer)) return undefined;
  return word(part(answer, 'error'), 'code') ?? word(answer, 'error');
}

function parsed(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

/** Whether the request may have got there before it failed. */
function reachedIt(cause: unknown): boolean {
  const code = isPayload(cause) ? (word(cause, 'code') ?? word(part(cause, 'cause'), 'code')) : undefined;
  const nested = isPayload(cause) ? parts(cause, 'errors').map((each) => word(each, 'code')) : [];
  return ![code, ...nested].some((each) => each !== undefined && unreached.has(each));
}

const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
