import type { Channel, Person, SlackMessage } from '../model.ts';
import type { Parts } from '../parts.ts';
import { SlackError } from '../slack-error.ts';

/**
 * The channel that the app may know of: public ones, and those in which it is a member.
 * @throws SlackError channel_not_found
 */
export function visibleChannel(slack: Parts, id: string): Channel {
  const channel = slack.channels.byId(id);
  if (!channel || (channel.type !== 'channel' && !isMember(slack, channel))) throw new SlackError('channel_not_found');
  return channel;
}

/**
 * A channel in which the app is a member.
 * @throws SlackError channel_not_found, not_in_channel
 */
export function ownChannel(slack: Parts, id: string): Channel {
  const channel = visibleChannel(slack, id);
  if (!isMember(slack, channel)) throw new SlackError('not_in_channel');
  return channel;
}

/**
 * A channel into which the app may write now; by id, by name, or by the id of the person to write to.
 * @throws SlackError channel_not_found, not_in_channel, is_archived
 */
export function writableChannel(slack: Parts, ref: string): Channel {
  const person = slack.people.byId(ref);
  if (person && isHuman(person)) return slack.channels.dmOf(person.id);
  const channel = ownChannel(slack, slack.channels.byName(ref)?.id ?? ref);
  if (channel.archived) throw new SlackError('is_archived');
  return channel;
}

/** @throws SlackError message_not_found */
export function messageIn(slack: Parts, channel: Channel, ts: string): SlackMessage {
  const message = slack.messages.get(channel.id, ts);
  if (!message || message.subtype === 'tombstone') throw new SlackError('message_not_found');
  return message;
}

/** @throws SlackError user_not_found */
export function personById(slack: Parts, id: string): Person {
  const person = slack.people.byId(id);
  if (!person) throw new SlackError('user_not_found');
  return person;
}

/** Says whether the app is in the channel. */
export function isMember(slack: Parts, channel: Channel): boolean {
  return channel.members.has(slack.identity.botUserId);
}

/** Says whether somebody can have a direct message with the app: neither a bot nor Slackbot. */
export function isHuman(person: Person): boolean {
  return !person.isBot && person.id !== 'USLACKBOT';
}
