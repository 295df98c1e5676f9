import type { JsonObject } from '../json.ts';
import { SlackError } from '../slack-error.ts';

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Runs what makes the answer; a refusal becomes `ok: false` with its code, and anything else is a bug. */
export function answered(run: () => JsonObject): Answer {
  try {
    return { status: 200, body: { ok: true, ...run() } };
  } catch (error) {
    if (error instanceof SlackError) return { status: 200, body: refused(error) };
    throw error;
  }
}

/** A refusal as Slack writes it. */
export function refused(error: SlackError): JsonObject {
  return { ok: false, error: error.code, ...error.details };
}

/** The answer to one call too many. */
export function tooMany(retryAfterSeconds: number): Answer {
  return {
    status: 429,
    body: { ok: false, error: 'ratelimited' },
    headers: { 'retry-after': String(retryAfterSeconds) },
  };
}
