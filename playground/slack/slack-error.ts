import type { JsonObject } from './json.ts';

/** A refusal in Slack's words: the error code, and where Slack says more, what more. */
export class SlackError extends Error {
  readonly code: string;
  readonly details: JsonObject;

  constructor(code: string, details: JsonObject = {}) {
    super(code);
    this.name = 'SlackError';
    this.code = code;
    this.details = details;
  }
}

/**
 * A refusal that names each fault, as Slack does in response_metadata.messages.
 * @param faults such as "must be less than 76 characters [json-pointer:/blocks/0/text]"
 */
export function refusalWith(code: string, faults: readonly string[]): SlackError {
  return new SlackError(code, {
    ...(code === 'invalid_blocks' ? { errors: faults } : {}),
    response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
  });
}
