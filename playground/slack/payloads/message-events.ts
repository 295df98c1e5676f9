import type { JsonObject } from '../json.ts';
import type { Channel, SlackMessage } from '../model.ts';
import { wireMessage } from './wire-message.ts';

/** The `message` event for something new in a channel. */
export function messageEvent(channel: Channel, message: SlackMessage): JsonObject {
  const { metadata: _, reactions: __, ...said } = wireMessage(message);
  return { ...said, channel: channel.id, event_ts: message.ts, channel_type: channel.type };
}

/** The `app_mention` event that comes beside the message in which the app is named. */
export function mentionEvent(message: SlackMessage): JsonObject {
  const { metadata: _, subtype: __, ...said } = wireMessage(message);
  return { ...said, type: 'app_mention', channel: message.channel, event_ts: message.ts };
}

/** The `message_changed` event; what changed and what it was are inside. */
export function messageChanged(
  channel: Channel,
  change: { message: SlackMessage; previous: SlackMessage; ts: string },
): JsonObject {
  return {
    type: 'message',
    subtype: 'message_changed',
    message: wireMessage(change.message),
    previous_message: wireMessage(change.previous),
    channel: channel.id,
    hidden: true,
    ts: change.ts,
    event_ts: change.ts,
    channel_type: channel.type,
  };
}

/** The `message_deleted` event. */
export function messageDeleted(channel: Channel, deletion: { message: SlackMessage; ts: string }): JsonObject {
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: wireMessage(deletion.message),
    channel: channel.id,
    hidden: true,
    deleted_ts: deletion.message.ts,
    ts: deletion.ts,
    event_ts: deletion.ts,
    channel_type: channel.type,
  };
}
