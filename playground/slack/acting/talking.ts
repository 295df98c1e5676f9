import { randomUUID } from 'node:crypto';
import type { Delivery } from '../delivery/delivery.ts';
import type { Channel, Person, SlackMessage } from '../model.ts';
import type { Parts } from '../parts.ts';
import { wireFile } from '../payloads/wire-file.ts';
import type { Said } from '../talk.ts';
import { richTextBlock } from './rich-text.ts';
import { typedText } from './typed-text.ts';

/** A file that a person attaches. */
export interface Attached {
  readonly name: string;
  readonly content: Buffer | string;
  readonly title?: string;
}

/** What may come with a person's words. */
export interface SayOptions {
  /** The ts of the message in whose thread to say it. */
  readonly threadTs?: string;
  /** Also show the reply in the channel. */
  readonly broadcast?: boolean;
  readonly files?: readonly Attached[];
}

/** A message, by itself or by its ts. */
export type MessageRef = Pick<SlackMessage, 'ts'> | string;

/** A person writes a message. @throws Error when Slack would not let them */
export function says(slack: Parts, by: Person, channel: Channel, text: string, options: SayOptions = {}): Said {
  mustBeIn(channel, by);
  if (channel.archived) throw new Error(`#${channel.name} is archived; nobody can write there.`);
  const words = typedText(text, slack.people);
  const parent = options.threadTs === undefined ? undefined : messageOf(slack, channel, options.threadTs);
  const files = (options.files ?? []).map((file) => upload(slack, by, channel, file));
  return slack.talk.post(channel, {
    user: by.id,
    text: words,
    client_msg_id: randomUUID(),
    ...(words === '' ? {} : { blocks: [richTextBlock(words)] }),
    ...(parent ? { thread_ts: parent.thread_ts ?? parent.ts } : {}),
    ...(options.broadcast ? { subtype: 'thread_broadcast' } : {}),
    ...(files.length > 0 ? { subtype: 'file_share', files } : {}),
  });
}

/** A person changes their own words. */
export function edits(slack: Parts, by: Person, channel: Channel, change: { message: MessageRef; text: string }): Said {
  const previous = ownMessage(slack, by, channel, change.message);
  const text = typedText(change.text, slack.people);
  const edited = { user: by.id, ts: slack.ids.ts() };
  return slack.talk.update(channel, previous, { ...previous, text, blocks: [richTextBlock(text)], edited });
}

/** A person takes their own words back. */
export function deletes(slack: Parts, by: Person, channel: Channel, message: MessageRef): Said {
  return slack.talk.remove(channel, ownMessage(slack, by, channel, message));
}

/** A person puts an emoji under a message, or takes it away. */
export function reacts(
  slack: Parts,
  by: Person,
  channel: Channel,
  reaction: { message: MessageRef; emoji: string; how: 'add' | 'remove' },
): Delivery[] {
  mustBeIn(channel, by);
  const message = messageOf(slack, channel, reaction.message);
  return slack.reactions[reaction.how](channel, message, {
    person: by.id,
    emoji: reaction.emoji.replace(/^:|:$/g, ''),
  });
}

/** @throws Error when there is no such message */
function messageOf(slack: Parts, channel: Channel, ref: MessageRef): SlackMessage {
  const ts = typeof ref === 'string' ? ref : ref.ts;
  const message = slack.messages.get(channel.id, ts);
  if (!message) throw new Error(`There is no message ${ts} in ${channel.name || channel.id}.`);
  return message;
}

function ownMessage(slack: Parts, by: Person, channel: Channel, ref: MessageRef): SlackMessage {
  const message = messageOf(slack, channel, ref);
  if (message.user !== by.id) throw new Error(`${by.name} can only change their own messages.`);
  return message;
}

function mustBeIn(channel: Channel, person: Person): void {
  if (!channel.members.has(person.id)) throw new Error(`${person.name} is not in ${channel.name || channel.id}.`);
}

function upload(slack: Parts, by: Person, channel: Channel, { name, content, title }: Attached) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = slack.files.add({ name, title: title ?? name, content: bytes, user: by.id, channels: [channel.id] });
  return wireFile(file, slack);
}
