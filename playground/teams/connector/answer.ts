import type { JsonObject } from '../../slack/json.ts';

/** What goes back to the bot. */
export interface Answer {
  readonly status: number;
  readonly body?: JsonObject | readonly JsonObject[] | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal in the shape of the connector: a code for programs and a message for people. */
export function refusal(status: number, code: string, message: string, headers: Record<string, string> = {}): Answer {
  return { status, body: { error: { code, message } }, headers };
}
