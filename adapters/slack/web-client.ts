import { Agent, request } from 'undici';
import { isPayload, type Payload, part, parts, word } from '../../src/chat/payload.ts';
import { currentEvent } from '../../src/log.ts';
import type { Call } from './options.ts';

/** How one call went. A failure says whether it may have had its effect all the same. */
export type Outcome =
  | { readonly is: 'done'; readonly answer: Payload }
  | { readonly is: 'limited'; readonly afterMs: number }
  | { readonly is: 'refused'; readonly code: string; readonly needed?: string }
  | { readonly is: 'lost'; readonly code: string; readonly mayHaveArrived: boolean; readonly cause?: unknown };

export type Arguments = Readonly<Record<string, unknown>>;

/**
 * One attempt at a method of Slack's Web API, over kept connections. The stock client costs twice the processor time of
 * this for the same call, and its retries know nothing of posting once only.
 */
export class WebClient {
  readonly agent = new Agent({ connections: 32, keepAliveTimeout: 20_000 });
  readonly #apiUrl: string;
  readonly #token: string;
  readonly #isSlack: boolean;
  readonly #timeoutMs: number;
  readonly #onCall: ((call: Call) => void) | undefined;

  constructor(to: { apiUrl: string; token: string; timeoutMs: number; onCall?: ((call: Call) => void) | undefined }) {
    this.#apiUrl = to.apiUrl;
    this.#token = to.token;
    this.#isSlack = /^https:\/\/([^/]+\.)?slack\.com\//.test(to.apiUrl);
    this.#timeoutMs = to.timeoutMs;
    this.#onCall = to.onCall;
  }

  async attempt(method: string, args: Arguments, timeoutMs = this.#timeoutMs): Promise<Outcome> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': form };
    return this.#send(method, this.#apiUrl + method, { headers, body: encoded(args), timeoutMs });
  }

  /** Posts to a `response_url`, which needs no token and answers `ok` or JSON. */
  async respond(url: string, message: Arguments): Promise<Outcome> {
    if (!URL.canParse(url)) return { is: 'refused', code: 'invalid_url' };
    const body = JSON.stringify(message);
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return this.#send('response_url', url, { headers, body, timeoutMs: this.#timeoutMs });
  }

  /** Sends a file's bytes to an upload URL. */
  async send(url: string, content: Uint8Array): Promise<Outcome> {
    const headers = { 'content-type': 'application/octet-stream' };
    return this.#send('upload', url, { headers, body: content, timeoutMs: this.#timeoutMs * 4 });
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  async #send(method: string, url: string, sent: Sent): Promise<Outcome> {
    const startedAt = performance.now();
    let status = 0;
    let outcome: Outcome;
    try {
      const response = await request(url, {
        method: 'POST',
        dispatcher: this.agent,
        headers: { ...sent.headers, ...this.#cause() },
        body: sent.body,
        headersTimeout: sent.timeoutMs,
        bodyTimeout: sent.timeoutMs,
      });
      status = response.statusCode;
      outcome = read(status, response.headers, await response.body.text());
    } catch (cause) {
      outcome = {
        is: 'lost',
        code: reachedIt(cause) ? 'no_answer' : 'not_reached',
        mayHaveArrived: reachedIt(cause),
        cause,
      };
    }
    this.#tell(method, performance.now() - startedAt, status, outcome);
    return outcome;
  }

  /** An emulated Slack shows what caused a call; the real one has no use for it. */
  #cause(): { 'x-deskhand-event'?: string } {
    const event = this.#isSlack ? undefined : currentEvent();
    return event ? { 'x-deskhand-event': event } : {};
  }

  #tell(method: string, ms: number, status: number, outcome: Outcome): void {
    if (this.#onCall === undefined) return;
    const event = currentEvent();
    const error = outcome.is === 'done' ? undefined : outcome.is === 'limited' ? 'ratelimited' : outcome.code;
    this.#onCall({ method, ms, status, ...(error && { error }), ...(event && { event }) });
  }
}

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly timeoutMs: number;
}

const form = 'application/x-www-form-urlencoded; charset=utf-8';

/** Every method takes a form, only some take JSON. Source: https://docs.slack.dev/apis/web-api/#posting */
function encoded(args: Arguments): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined) continue;
    pairs.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return pairs.toString();
}

function read(status: number, headers: Readonly<Record<string, string | string[] | undefined>>, text: string): Outcome {
  if (status === 429) return { is: 'limited', afterMs: Math.max(1, Number(headers['retry-after']) || 1) * 1000 };
  if (status >= 500) return { is: 'lost', code: `http_${status}`, mayHaveArrived: true };
  const answer = text.startsWith('{') ? parsed(text) : undefined;
  if (answer === undefined) return readWords(status, text);
  if (answer.ok === true) return { is: 'done', answer };
  return readRefusal(answer);
}

/** `response_url` and upload URLs answer in words. */
function readWords(status: number, text: string): Outcome {
  if (status === 200 && !text.startsWith('<')) return { is: 'done', answer: {} };
  if (status === 200) return { is: 'lost', code: 'bad_answer', mayHaveArrived: true };
  return { is: 'refused', code: /^[a-z_]{3,40}$/.test(text) ? text : `http_${status}` };
}

function readRefusal(answer: Payload): Outcome {
  const code = word(answer, 'error') ?? 'bad_answer';
  if (code === 'ratelimited' || code === 'rate_limited') return { is: 'limited', afterMs: 1000 };
  if (maybeDone.has(code)) return { is: 'lost', code, mayHaveArrived: true };
  const needed = word(answer, 'needed');
  return { is: 'refused', code, ...(needed && { needed }) };
}

/** Slack says of these that some of the work may be done. */
const maybeDone = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'bad_answer']);

function parsed(text: string): Payload | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isPayload(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the request may have got to Slack before it failed. */
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
