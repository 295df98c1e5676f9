import type { AppEvents } from './app-events.ts';
import type { Changes } from './changes.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Ids } from './ids.ts';
import type { Messages } from './messages.ts';
import type { Channel, EphemeralMessage, Identity, SlackMessage } from './model.ts';
import { mentionEvent, messageChanged, messageDeleted, messageEvent } from './payloads/message-events.ts';

/** What became of something said or done: the message as it is now, and what was sent to the app about it. */
export interface Said {
  readonly message: SlackMessage;
  readonly deliveries: readonly Delivery[];
}

/** A message before it has its place in time. */
export type Draft = Omit<SlackMessage, 'type' | 'channel' | 'ts' | 'team'>;

/** An ephemeral message before it has its place in time. */
export type EphemeralDraft = Omit<EphemeralMessage, 'ephemeral' | 'channel' | 'ts'>;

interface TalkParts {
  readonly identity: Identity;
  readonly ids: Ids;
  readonly messages: Messages;
  readonly changes: Changes;
  readonly events: AppEvents;
}

/** Posting, editing and deleting: keeps the message, shows it to whoever watches, tells the app. */
export class Talk {
  readonly #parts: TalkParts;

  constructor(parts: TalkParts) {
    this.#parts = parts;
  }

  post(channel: Channel, draft: Draft): Said {
    const { ids, identity, messages, changes } = this.#parts;
    const parent = draft.thread_ts === undefined ? undefined : messages.get(channel.id, draft.thread_ts);
    const message: SlackMessage = {
      type: 'message',
      channel: channel.id,
      ts: ids.ts(),
      team: identity.teamId,
      ...draft,
      ...(parent?.user ? { parent_user_id: parent.user } : {}),
    };
    messages.put(message);
    if (parent && parent.thread_ts === undefined) messages.put({ ...parent, thread_ts: parent.ts });
    changes.tell({ kind: 'message posted', message });
    return { message, deliveries: this.#tellOfNew(channel, message) };
  }

  /** Puts a changed form in the message's place. */
  update(channel: Channel, previous: SlackMessage, message: SlackMessage): Said {
    const { ids, messages, changes, events } = this.#parts;
    messages.put(message);
    changes.tell({ kind: 'message updated', message });
    const event = messageChanged(channel, { message, previous, ts: ids.ts() });
    return { message, deliveries: events.inChannel(channel, event) };
  }

  /** Takes it away; a message with replies leaves a tombstone, as in Slack. */
  remove(channel: Channel, message: SlackMessage): Said {
    const { ids, messages, changes, events } = this.#parts;
    if (messages.replies(channel.id, message.ts).length > 0) return this.#bury(channel, message);
    messages.remove(message);
    changes.tell({ kind: 'message deleted', message });
    const event = messageDeleted(channel, { message, ts: ids.ts() });
    return { message, deliveries: events.inChannel(channel, event) };
  }

  /** Shows something to one person only. */
  whisper(channel: Channel, draft: EphemeralDraft): EphemeralMessage {
    const { ids, messages, changes } = this.#parts;
    const message: EphemeralMessage = { ephemeral: true, channel: channel.id, ts: ids.ts(), ...draft };
    messages.putEphemeral(message);
    changes.tell({ kind: 'ephemeral posted', message });
    return message;
  }

  updateWhisper(message: EphemeralMessage): void {
    this.#parts.messages.putEphemeral(message);
    this.#parts.changes.tell({ kind: 'ephemeral updated', message });
  }

  removeWhisper(message: EphemeralMessage): void {
    this.#parts.messages.removeEphemeral(message.ts);
    this.#parts.changes.tell({ kind: 'ephemeral deleted', message });
  }

  #tellOfNew(channel: Channel, message: SlackMessage): Delivery[] {
    const { events, identity } = this.#parts;
    const told = events.inChannel(channel, messageEvent(channel, message));
    const isMention = channel.type !== 'im' && message.text.includes(`<@${identity.botUserId}`);
    if (!isMention || message.user === identity.botUserId) return told;
    return [...told, ...events.inChannel(channel, mentionEvent(message))];
  }

  #bury(channel: Channel, previous: SlackMessage): Said {
    const { type, channel: id, ts, team, thread_ts: thread } = previous;
    const message: SlackMessage = {
      type,
      subtype: 'tombstone',
      channel: id,
      ts,
      team,
      user: 'USLACKBOT',
      text: 'This message was deleted.',
      hidden: true,
      ...(thread ? { thread_ts: thread } : {}),
    };
    return this.update(channel, previous, message);
  }
}
