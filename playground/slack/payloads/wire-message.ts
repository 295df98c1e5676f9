import type { JsonObject } from '../json.ts';
import type { EphemeralMessage, SlackMessage } from '../model.ts';

/** The message as Slack writes it: without its channel, which stands beside it, never inside. */
export function wireMessage({ channel: _, ...message }: SlackMessage): JsonObject {
  return { ...message };
}

/** Says whether it is one of the messages that only one person sees. */
export function isEphemeral(message: SlackMessage | EphemeralMessage): message is EphemeralMessage {
  return 'ephemeral' in message;
}
