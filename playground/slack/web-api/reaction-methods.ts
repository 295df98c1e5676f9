import type { Channel, SlackMessage } from '../model.ts';
import type { Parts } from '../parts.ts';
import { wireMessage } from '../payloads/wire-message.ts';
import { SlackError } from '../slack-error.ts';
import type { Args } from './arguments.ts';
import { messageIn, ownChannel } from './lookups.ts';
import type { Method, Methods } from './method.ts';

const add: Method = (args, slack) => {
  const { channel, message } = target(args, slack);
  if (channel.archived) throw new SlackError('is_archived');
  slack.reactions.add(channel, message, { person: slack.identity.botUserId, emoji: emojiIn(args) });
  return {};
};

const remove: Method = (args, slack) => {
  const { channel, message } = target(args, slack);
  slack.reactions.remove(channel, message, { person: slack.identity.botUserId, emoji: emojiIn(args) });
  return {};
};

const get: Method = (args, slack) => {
  const { channel, message } = target(args, slack);
  return { type: 'message', channel: channel.id, message: wireMessage(message) };
};

function target(args: Args, slack: Parts): { channel: Channel; message: SlackMessage } {
  if (!args.has('channel') || !args.has('timestamp')) throw new SlackError('no_item_specified');
  if (!/^\d+\.\d{6}$/.test(args.text('timestamp'))) throw new SlackError('bad_timestamp');
  const channel = ownChannel(slack, args.text('channel'));
  return { channel, message: messageIn(slack, channel, args.text('timestamp')) };
}

function emojiIn(args: Args): string {
  const name = args.text('name').replace(/^:|:$/g, '');
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new SlackError('invalid_name');
  return name;
}

/** reactions.*: emoji under messages. */
export const reactionMethods: Methods = { 'reactions.add': add, 'reactions.remove': remove, 'reactions.get': get };
