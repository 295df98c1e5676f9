import type { MessageRef, PersonRef, Place } from '../../src/chat/refs.ts';

/** A Slack conversation, thread or message, opened. A message and the thread it begins are written alike. */
export interface Address {
  readonly team: string;
  /** An id of a conversation; of a user where their direct one is not known yet. */
  readonly channel: string;
  readonly ts?: string;
}

/**
 * Opens a place or message of Slack.
 * @throws RangeError when it belongs to another platform
 */
export function addressOf(ref: Place | MessageRef): Address {
  const [team, channel, ts] = ref.startsWith(prefix) ? ref.slice(prefix.length).split('/') : [];
  if (!team || !channel) throw new RangeError(`"${ref}" is no place in Slack`);
  return ts ? { team, channel, ts } : { team, channel };
}

/** `slack:T1/C1`, and with a timestamp a thread or message in it. */
export function placeRef(team: string, channel: string, ts?: string): Place {
  return ts ? `${prefix}${team}/${channel}/${ts}` : `${prefix}${team}/${channel}`;
}

export const messageRef = (team: string, channel: string, ts: string): MessageRef => placeRef(team, channel, ts);

export const personRef = (team: string, user: string): PersonRef => `${prefix}${team}/${user}`;

/**
 * The user id in a person's reference.
 * @throws RangeError when it belongs to another platform
 */
export const userOf = (person: PersonRef): string => addressOf(person).channel;

/** The user id in a reference that may be anybody's; nothing when it is not one of Slack's. */
export function slackUser(person: PersonRef): string | undefined {
  return /^slack:[^/]+\/([UW][A-Z0-9]+)$/.exec(person)?.[1];
}

/** The conversation without its thread. */
export function conversationOf(ref: Place | MessageRef): Place {
  const { team, channel } = addressOf(ref);
  return placeRef(team, channel);
}

/** Whether it is a conversation between two: its id says so, or it is still written as the other person's id. */
export const isDirect = (channel: string): boolean => /^[DUW]/.test(channel);

export const isUser = (channel: string): boolean => /^[UW]/.test(channel);

const prefix = 'slack:';
