import { Agent, request } from 'undici';
import type { Attempt, Delivery } from './delivery.ts';
import { signatureHeaders } from './sign.ts';

/** Which try this is and when it begins: all but the first have a reason. */
export interface Try {
  readonly num: number;
  readonly at: Date;
  readonly reason?: string;
}

/** Brings deliveries to the app's request URL, signed, and waits as long as Slack does. */
export class HttpRoad {
  readonly #url: string;
  readonly #secret: string;
  readonly #timeoutMs: number;
  readonly #agent = new Agent();

  constructor(options: { url: string; signingSecret: string; timeoutMs: number }) {
    this.#url = options.url;
    this.#secret = options.signingSecret;
    this.#timeoutMs = options.timeoutMs;
  }

  async send(delivery: Delivery, which: Try): Promise<Attempt> {
    const { contentType, body } = encoded(delivery);
    const began = performance.now();
    const signal = AbortSignal.timeout(this.#timeoutMs);
    const attempt = { via: 'http' as const, ...tryFields(which) };
    try {
      const answer = await request(this.#url, {
        method: 'POST',
        dispatcher: this.#agent,
        headers: { ...headers(which, contentType), ...signatureHeaders(this.#secret, body) },
        body,
        signal,
      });
      const text = await answer.body.text();
      const noRetry = answer.headers['x-slack-no-retry'] === '1';
      return { ...attempt, status: answer.statusCode, ms: performance.now() - began, body: text, noRetry };
    } catch {
      const failure = signal.aborted ? 'http_timeout' : 'connection_failed';
      return { ...attempt, failure, ms: performance.now() - began, body: '', noRetry: false };
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

/** What an attempt says of its try. */
export function tryFields(which: Try) {
  return { at: which.at, retryNum: which.num, ...(which.reason ? { retryReason: which.reason } : {}) };
}

function headers(which: Try, contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...(which.num > 0 ? { 'x-slack-retry-num': String(which.num) } : {}),
    ...(which.reason ? { 'x-slack-retry-reason': which.reason } : {}),
  };
}

/** Events travel as JSON, interactions as a form with one field of JSON, commands as a plain form. */
function encoded({ kind, payload }: Delivery): { contentType: string; body: string } {
  if (kind === 'event') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const fields =
    kind === 'interaction'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value ?? '')]));
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}
