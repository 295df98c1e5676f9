import type { Channel, SlackMessage } from '../model.ts';
import type { Parts } from '../parts.ts';
import { wireMessage } from '../payloads/wire-message.ts';
import { SlackError } from '../slack-error.ts';
import type { Draft } from '../talk.ts';
import type { Args } from './arguments.ts';
import { messageIn, ownChannel, visibleChannel, writableChannel } from './lookups.ts';
import { contentOf, metadataOf } from './message-content.ts';
import type { Method, Methods } from './method.ts';

const longestMessage = 40_000;
const longestUpdate = 4_000;

const postMessage: Method = (args, slack) => {
  const channel = writableChannel(slack, args.text('channel'));
  const thread = threadIn(slack, channel, args);
  const { message } = slack.talk.post(channel, {
    ...byTheApp(slack),
    ...contentOf(args, longestMessage),
    ...metadataOf(args),
    ...(thread ? { thread_ts: thread } : {}),
    ...(thread && args.flag('reply_broadcast') ? { subtype: 'thread_broadcast' } : {}),
  });
  return { channel: channel.id, ts: message.ts, message: wireMessage(message) };
};

const postEphemeral: Method = (args, slack) => {
  const channel = writableChannel(slack, args.text('channel'));
  const person = slack.people.byId(args.text('user'));
  if (!person || !channel.members.has(person.id)) throw new SlackError('user_not_in_channel');
  const thread = threadIn(slack, channel, args);
  const { text, blocks, attachments } = contentOf(args, longestMessage);
  const whispered = slack.talk.whisper(channel, {
    to: person.id,
    text,
    ...(blocks ? { blocks } : {}),
    ...(attachments ? { attachments } : {}),
    ...(thread ? { thread_ts: thread } : {}),
  });
  return { message_ts: whispered.ts };
};

const update: Method = (args, slack) => {
  const channel = ownChannel(slack, args.text('channel'));
  const previous = messageIn(slack, channel, args.text('ts'));
  if (previous.bot_id !== slack.identity.botId) throw new SlackError('cant_update_message');
  const message = changed(previous, args, slack);
  slack.talk.update(channel, previous, message);
  return { channel: channel.id, ts: message.ts, text: message.text, message: wireMessage(message) };
};

/** Text without blocks takes the blocks away; metadata stays unless it is given. */
function changed(previous: SlackMessage, args: Args, slack: Parts): SlackMessage {
  const content = contentOf(args, longestUpdate);
  const { blocks: _, attachments: oldAttachments, metadata: oldMetadata, ...rest } = previous;
  const attachments = content.attachments ?? oldAttachments;
  const metadata = args.has('metadata') ? metadataOf(args).metadata : oldMetadata;
  const showsEdit = content.blocks === undefined;
  return {
    ...rest,
    text: content.text,
    ...(content.blocks ? { blocks: content.blocks } : {}),
    ...(attachments && attachments.length > 0 ? { attachments } : {}),
    ...(metadata ? { metadata } : {}),
    ...(showsEdit ? { edited: { user: slack.identity.botUserId, ts: slack.ids.ts() } } : {}),
  };
}

const remove: Method = (args, slack) => {
  const channel = ownChannel(slack, args.text('channel'));
  const message = messageIn(slack, channel, args.text('ts'));
  if (message.bot_id !== slack.identity.botId) throw new SlackError('cant_delete_message');
  slack.talk.remove(channel, message);
  return { channel: channel.id, ts: message.ts };
};

const getPermalink: Method = (args, slack) => {
  const channel = visibleChannel(slack, args.text('channel'));
  const message = messageIn(slack, channel, args.text('message_ts'));
  const thread = message.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : undefined;
  const query = thread ? `?thread_ts=${thread}&cid=${channel.id}` : '';
  const place = `archives/${channel.id}/p${message.ts.replace('.', '')}${query}`;
  return { channel: channel.id, permalink: `https://${slack.identity.teamDomain}.slack.com/${place}` };
};

/** Who a message of the app is from. */
export function byTheApp({ identity }: Parts): Pick<Draft, 'user' | 'bot_id' | 'app_id'> {
  return { user: identity.botUserId, bot_id: identity.botId, app_id: identity.appId };
}

/**
 * The thread to reply in, if one is asked for.
 * @throws SlackError thread_not_found; cannot_reply_to_message for a line of Slack's own, or for a reply, whose
 *   parent's ts is the one to use
 */
export function threadIn(slack: Parts, channel: Channel, args: Args): string | undefined {
  const ts = args.text('thread_ts');
  if (ts === '') return undefined;
  const parent = slack.messages.get(channel.id, ts);
  if (!parent) throw new SlackError('thread_not_found');
  const isReply = parent.thread_ts !== undefined && parent.thread_ts !== parent.ts;
  if (isReply || /_(join|leave)$/.test(parent.subtype ?? '')) throw new SlackError('cannot_reply_to_message');
  return ts;
}

/** chat.*: what the app says. */
export const chatMethods: Methods = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
