import type { JsonObject } from '../json.ts';
import type { Channel } from '../model.ts';
import type { Parts } from '../parts.ts';
import { wireChannel } from '../payloads/wire-channel.ts';
import { SlackError } from '../slack-error.ts';
import type { Args } from './arguments.ts';
import { isHuman, isMember, ownChannel, personById, visibleChannel } from './lookups.ts';
import type { Method, Methods } from './method.ts';
import { nextCursor, pageOf } from './pages.ts';

const info: Method = (args, slack) => {
  const channel = visibleChannel(slack, args.text('channel'));
  const { num_members: members, ...rest } = wireChannel(channel, slack.identity);
  return { channel: { ...rest, ...(args.flag('include_num_members') ? { num_members: members } : {}) } };
};

const list: Method = (args, slack) => {
  const visible = slack.channels.all().filter((one) => one.type === 'channel' || isMember(slack, one));
  return channelPage(visible, args, slack);
};

const members: Method = (args, slack) => {
  const channel = visibleChannel(slack, args.text('channel'));
  const page = pageOf([...channel.members], args, { limit: 100, most: 1000, keyOf: (id) => id });
  return { members: page.items, ...nextCursor(page) };
};

const open: Method = (args, slack) => {
  const channel = args.has('channel') ? visibleChannel(slack, args.text('channel')) : dmWith(args, slack);
  if (channel.type !== 'im') throw new SlackError('method_not_supported_for_channel_type');
  return { channel: args.flag('return_im') ? wireChannel(channel, slack.identity) : { id: channel.id } };
};

function dmWith(args: Args, slack: Parts): Channel {
  const ids = args.list('users');
  if (ids.length === 0) throw new SlackError('users_list_not_supplied');
  // Direct messages of several people are beyond this workspace; Slack would open one.
  if (ids.length > 1) throw new SlackError('too_many_users');
  const person = personById(slack, ids[0] ?? '');
  if (person.deactivated) throw new SlackError('user_disabled');
  if (!isHuman(person)) throw new SlackError('user_not_found');
  return slack.channels.dmOf(person.id);
}

const join: Method = (args, slack) => {
  const channel = visibleChannel(slack, args.text('channel'));
  if (channel.type !== 'channel') throw new SlackError('method_not_supported_for_channel_type');
  if (channel.archived) throw new SlackError('is_archived');
  const wasMember = isMember(slack, channel);
  slack.membership.join(channel, slack.people.called(slack.identity.botUserId));
  const already = wasMember
    ? { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } }
    : {};
  return { channel: wireChannel(channel, slack.identity), ...already };
};

const invite: Method = (args, slack) => {
  const channel = ownChannel(slack, args.text('channel'));
  if (channel.type === 'im') throw new SlackError('method_not_supported_for_channel_type');
  if (channel.archived) throw new SlackError('is_archived');
  const invited = args.list('users').map((id) => personById(slack, id));
  if (invited.length === 0) throw new SlackError('no_user');
  if (invited.some((one) => one.id === slack.identity.botUserId)) throw new SlackError('cant_invite_self');
  if (invited.some((one) => channel.members.has(one.id))) throw new SlackError('already_in_channel');
  const inviter = slack.people.called(slack.identity.botUserId);
  for (const person of invited) slack.membership.join(channel, person, inviter);
  return { channel: wireChannel(channel, slack.identity) };
};

const create: Method = (args, slack) => {
  const name = channelName(args, slack);
  const options = { isPrivate: args.flag('is_private'), creator: slack.identity.botUserId };
  return { channel: wireChannel(slack.channelChanges.create(name, options).channel, slack.identity) };
};

const rename: Method = (args, slack) =>
  changed(args, slack, (channel) => {
    slack.channelChanges.rename(channel, channelName(args, slack));
  });

const setTopic: Method = (args, slack) =>
  changed(args, slack, (channel) => {
    channel.topic = shortText(args.text('topic'));
  });

const setPurpose: Method = (args, slack) =>
  changed(args, slack, (channel) => {
    channel.purpose = shortText(args.text('purpose'));
  });

const archive: Method = (args, slack) => {
  const channel = ownChannel(slack, args.text('channel'));
  if (channel.type === 'im') throw new SlackError('method_not_supported_for_channel_type');
  if (channel.archived) throw new SlackError('already_archived');
  if (channel.name === 'general') throw new SlackError('cant_archive_general');
  slack.channelChanges.archive(channel, slack.identity.botUserId);
  return {};
};

/** A page of those channels that have the wanted types, for conversations.list and users.conversations. */
export function channelPage(channels: readonly Channel[], args: Args, slack: Parts): JsonObject {
  const types = args.has('types') ? args.list('types') : ['public_channel'];
  if (types.some((type) => !channelTypes.includes(type))) throw new SlackError('invalid_types');
  const wanted = channels.filter(
    (one) => types.includes(typeName[one.type]) && !(one.archived && args.flag('exclude_archived')),
  );
  const page = pageOf(wanted, args, { limit: 100, most: 1000, keyOf: (one) => one.id });
  return { channels: page.items.map((one) => wireChannel(one, slack.identity)), ...nextCursor(page) };
}

const typeName = { channel: 'public_channel', group: 'private_channel', im: 'im' } as const;
const channelTypes = ['public_channel', 'private_channel', 'mpim', 'im'];

function changed(args: Args, slack: Parts, change: (channel: Channel) => void): JsonObject {
  const channel = ownChannel(slack, args.text('channel'));
  if (channel.type === 'im') throw new SlackError('method_not_supported_for_channel_type');
  if (channel.archived) throw new SlackError('is_archived');
  change(channel);
  slack.channels.touch(channel);
  return { channel: wireChannel(channel, slack.identity) };
}

function channelName(args: Args, slack: Parts): string {
  const name = args.text('name');
  if (name.length > 80) throw new SlackError('invalid_name_maxlength');
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) throw new SlackError('invalid_name_specials');
  if (slack.channels.byName(name)) throw new SlackError('name_taken');
  return name;
}

function shortText(text: string): string {
  if (text.length > 250) throw new SlackError('too_long');
  return text;
}

/** conversations.*, but for what was said in them. */
export const conversationMethods: Methods = {
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.open': open,
  'conversations.join': join,
  'conversations.invite': invite,
  'conversations.create': create,
  'conversations.rename': rename,
  'conversations.setTopic': setTopic,
  'conversations.setPurpose': setPurpose,
  'conversations.archive': archive,
};
