import type { EphemeralMessage, SlackMessage } from './model.ts';

/** Keeps what was said, channel by channel, in the order in which it was said. */
export class Messages {
  readonly #byChannel = new Map<string, Map<string, SlackMessage>>();
  readonly #replies = new Map<string, Map<string, SlackMessage>>();
  readonly #ephemerals = new Map<string, EphemeralMessage>();

  get(channelId: string, ts: string): SlackMessage | undefined {
    return this.#byChannel.get(channelId)?.get(ts);
  }

  put(message: SlackMessage): void {
    const known = this.#byChannel.get(message.channel) ?? new Map<string, SlackMessage>();
    known.set(message.ts, message);
    this.#byChannel.set(message.channel, known);
    if (!isReply(message)) return;
    const thread = threadOf(message.channel, message.thread_ts);
    const replies = this.#replies.get(thread) ?? new Map<string, SlackMessage>();
    replies.set(message.ts, message);
    this.#replies.set(thread, replies);
  }

  remove(message: SlackMessage): void {
    this.#byChannel.get(message.channel)?.delete(message.ts);
    if (isReply(message)) this.#replies.get(threadOf(message.channel, message.thread_ts))?.delete(message.ts);
  }

  /** Everything in the channel, replies included, oldest first. */
  all(channelId: string): readonly SlackMessage[] {
    return [...(this.#byChannel.get(channelId)?.values() ?? [])];
  }

  /** What stands in the channel itself: no replies but those that were broadcast. */
  topLevel(channelId: string): readonly SlackMessage[] {
    return this.all(channelId).filter(isTopLevel);
  }

  /** The replies to a message, oldest first, without the message itself. */
  replies(channelId: string, parentTs: string): readonly SlackMessage[] {
    return [...(this.#replies.get(threadOf(channelId, parentTs))?.values() ?? [])];
  }

  /** The message that begins a thread, and its replies. */
  thread(channelId: string, parentTs: string): readonly SlackMessage[] {
    const parent = this.get(channelId, parentTs);
    return [...(parent ? [parent] : []), ...this.replies(channelId, parentTs)];
  }

  ephemeral(ts: string): EphemeralMessage | undefined {
    return this.#ephemerals.get(ts);
  }

  putEphemeral(message: EphemeralMessage): void {
    this.#ephemerals.set(message.ts, message);
  }

  removeEphemeral(ts: string): void {
    this.#ephemerals.delete(ts);
  }

  /** What one person sees that nobody else does, oldest first. */
  ephemeralsOf(personId: string): readonly EphemeralMessage[] {
    return [...this.#ephemerals.values()].filter((one) => one.to === personId);
  }
}

function isReply(message: SlackMessage): message is SlackMessage & { readonly thread_ts: string } {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts;
}

function isTopLevel(message: SlackMessage): boolean {
  return !isReply(message) || message.subtype === 'thread_broadcast';
}

function threadOf(channelId: string, parentTs: string): string {
  return `${channelId} ${parentTs}`;
}
