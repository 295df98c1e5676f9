import type { Attachment, MessageEvent, QuotedMessage, Setting } from '../../src/chat/event.ts';
import { type Payload, part, parts, word } from '../../src/chat/payload.ts';
import { labelsIn, type Names, namedUsers, plainFromMrkdwn } from './mrkdwn.ts';
import { messageRef, personRef, placeRef } from './places.ts';
import { instantOf, permalinkOf, type Reading } from './reading.ts';
import { plainFromRichText, usersInRichText } from './rich-words.ts';

/** One conversation's event: its id for once-only handling, its workspace, the inner event. */
export interface Delivery {
  readonly id: string;
  readonly team: string;
  readonly event: Payload;
}

/** A message that a person wrote, edited or deleted; nothing for everything else that Slack calls a message. */
export function parseMessage(delivery: Delivery, reading: Reading): MessageEvent | undefined {
  const { event } = delivery;
  switch (event.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast':
    case 'me_message':
      return messageEvent(delivery, event, 'new', reading) ?? alertEvent(delivery, reading);
    case 'bot_message':
      return alertEvent(delivery, reading);
    case 'message_changed':
      if (part(event, 'message').subtype === 'tombstone') return deletedMessage(delivery, reading);
      return isRealEdit(event) ? messageEvent(delivery, part(event, 'message'), 'edited', reading) : undefined;
    case 'message_deleted':
      return deletedMessage(delivery, reading);
    default:
      return undefined;
  }
}

/** Somebody's message as a shortcut or the history shows it. */
export function quotedMessage(
  team: string,
  channel: string,
  message: Payload,
  reading: Reading,
): QuotedMessage | undefined {
  const ts = word(message, 'ts');
  if (ts === undefined) return undefined;
  const root = word(message, 'thread_ts');
  const isFromBot = !isByPerson(message);
  return {
    message: messageRef(team, channel, ts),
    thread: placeRef(team, channel, root ?? ts),
    place: placeRef(team, channel),
    author: personRef(team, word(message, 'user') ?? word(message, 'bot_id') ?? 'USLACKBOT'),
    isFromBot,
    text: textOf(message, reading),
    files: filesOf(team, message),
    at: instantOf(ts, reading),
    permalink: permalinkOf(reading.self, channel, ts, root),
  };
}

/** The users whose names are needed to read a message. */
export function usersNamedIn(message: Payload): readonly string[] {
  return [...namedUsers(word(message, 'text') ?? ''), ...usersInRichText(message.blocks)];
}

/** Whether a person typed it: bots, apps and workflows, this desk among them, are left alone. */
export function isByPerson(message: Payload): boolean {
  const isRobot = message.bot_id || message.app_id || message.bot_profile || message.subtype === 'bot_message';
  return !isRobot && word(message, 'user') !== undefined && message.user !== 'USLACKBOT';
}

/** What has a thread under it is not deleted but changed: into a tombstone that says so. */
function deletedMessage(delivery: Delivery, reading: Reading): MessageEvent | undefined {
  const { event } = delivery;
  return messageEvent(delivery, part(event, 'previous_message'), 'deleted', reading, word(event, 'deleted_ts'));
}

function messageEvent(
  { id, team, event }: Delivery,
  message: Payload,
  change: MessageEvent['change'],
  reading: Reading,
  deletedTs?: string,
): MessageEvent | undefined {
  const ts = word(message, 'ts') ?? deletedTs;
  const channel = word(event, 'channel');
  if (!ts || !channel || !isByPerson(message) || message.user === reading.self.user) return undefined;
  const root = word(message, 'thread_ts');
  const isGone = change === 'deleted';
  return {
    kind: 'message',
    id,
    change,
    person: personRef(team, word(message, 'user') ?? ''),
    place: placeRef(team, channel),
    at: instantOf(change === 'new' ? ts : (word(event, 'event_ts') ?? ts), reading),
    message: messageRef(team, channel, ts),
    setting: settingOf(event, channel),
    thread: placeRef(team, channel, root ?? ts),
    isReply: root !== undefined && root !== ts,
    mentionsDesk: mentions(message, reading.self.user),
    text: isGone ? '' : textOf(message, reading),
    files: isGone ? [] : filesOf(team, message),
    permalink: permalinkOf(reading.self, channel, ts, root),
  };
}

/** What another bot posts in a channel, where the desk counts alerts; never an answer in a thread, never the desk's own. */
function alertEvent({ id, team, event }: Delivery, reading: Reading): MessageEvent | undefined {
  const [ts, channel, bot] = [word(event, 'ts'), word(event, 'channel'), word(event, 'bot_id')];
  if (!reading.countsBots?.() || !ts || !channel || !bot || bot === reading.self.bot) return undefined;
  if (event.user === reading.self.user || word(event, 'thread_ts') !== undefined) return undefined;
  return {
    kind: 'message',
    id,
    change: 'new',
    person: personRef(team, bot),
    place: placeRef(team, channel),
    at: instantOf(ts, reading),
    message: messageRef(team, channel, ts),
    setting: settingOf(event, channel),
    thread: placeRef(team, channel, ts),
    isReply: false,
    mentionsDesk: false,
    text: textOf(event, reading) || attachedWords(event),
    files: [],
    permalink: permalinkOf(reading.self, channel, ts, undefined),
    isFromBot: true,
  };
}

/** Monitors like to say all in an attachment. */
function attachedWords(message: Payload): string {
  return parts(message, 'attachments')
    .flatMap((each) => word(each, 'fallback') ?? word(each, 'title') ?? word(each, 'text') ?? [])
    .join('\n');
}

/** Slack also sends an "edit" when a link unfurls or a thread begins; only new words of a person count. */
function isRealEdit(event: Payload): boolean {
  const message = part(event, 'message');
  if (message.hidden === true) return false;
  return message.text !== part(event, 'previous_message').text;
}

function settingOf(event: Payload, channel: string): Setting {
  switch (event.channel_type) {
    case 'im':
      return 'direct';
    case 'mpim':
      return 'group';
    case undefined: // app_mention does not tell
      return channel.startsWith('D') ? 'direct' : 'channel';
    default:
      return 'channel';
  }
}

function mentions(message: Payload, user: string): boolean {
  const text = word(message, 'text') ?? '';
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`) || usersInRichText(message.blocks).includes(user);
}

function textOf(message: Payload, reading: Reading): string {
  const text = word(message, 'text') ?? '';
  const labels = labelsIn(text);
  const names: Names = { self: reading.self.user, nameOf: (id) => labels.get(id) ?? reading.nameOf(id) };
  return plainFromRichText(message, names) ?? plainFromMrkdwn(text, names);
}

function filesOf(team: string, message: Payload): readonly Attachment[] {
  return parts(message, 'files').flatMap((file) => {
    const id = word(file, 'id');
    if (id === undefined || file.mode === 'tombstone' || file.mode === 'hidden_by_limit') return [];
    const name = word(file, 'name') ?? word(file, 'title') ?? id;
    const mimeType = word(file, 'mimetype') ?? 'application/octet-stream';
    return [{ ref: placeRef(team, id), name, mimeType, bytes: Number(file.size) || 0 }];
  });
}
