import type { ChatEvent, HomeOpenedEvent, JoinedEvent, ReactionEvent } from '../../src/chat/event.ts';
import { type Payload, part, word } from '../../src/chat/payload.ts';
import { parseClick, parseCommand, parseForm, parseShortcut } from './parse-interaction.ts';
import { type Delivery, parseMessage } from './parse-message.ts';
import { messageRef, personRef, placeRef } from './places.ts';
import { directPlace, instantOf, type Reading, teamOfEvent } from './reading.ts';

/**
 * What a payload of Slack says happened, in the desk's words. Everything the desk does not listen to, its own messages
 * and other bots' give nothing; so does whatever is not shaped as Slack's documentation says.
 */
export function parse(body: Payload, reading: Reading): ChatEvent | undefined {
  if (body.event !== undefined) return parseEvent(body, reading);
  if (body.command !== undefined) return parseCommand(body, reading);
  switch (body.type) {
    case 'block_actions':
      return parseClick(body, reading);
    case 'view_submission':
      return parseForm(body, reading);
    case 'message_action':
    case 'shortcut':
      return parseShortcut(body, reading);
    default:
      return undefined;
  }
}

/** The events that are read, by Slack's names. The manifest asks for the same. */
export const eventParsers: Readonly<Record<string, EventParser>> = {
  message: parseMessage,
  app_mention: parseMessage,
  reaction_added: parseReaction,
  member_joined_channel: parseJoined,
  app_home_opened: parseHomeOpened,
};
type EventParser = (delivery: Delivery, reading: Reading) => ChatEvent | undefined;

function parseEvent(body: Payload, reading: Reading): ChatEvent | undefined {
  const event = part(body, 'event');
  const eventId = word(body, 'event_id');
  const type = word(event, 'type');
  if (!eventId || !type || !Object.hasOwn(eventParsers, type)) return undefined;
  return eventParsers[type]?.({ id: `slack:${eventId}`, team: teamOfEvent(body, reading.self), event }, reading);
}

function parseReaction({ id, team, event }: Delivery, reading: Reading): ReactionEvent | undefined {
  const item = part(event, 'item');
  const user = word(event, 'user');
  const channel = word(item, 'channel');
  const ts = word(item, 'ts');
  const emoji = word(event, 'reaction')?.split('::')[0];
  if (item.type !== 'message' || !user || !channel || !ts || !emoji || user === reading.self.user) return undefined;
  if (reading.reaction !== undefined && emoji !== reading.reaction()) return undefined;
  const at = instantOf(word(event, 'event_ts'), reading);
  const place = placeRef(team, channel);
  return {
    kind: 'reaction',
    id,
    person: personRef(team, user),
    place,
    at,
    emoji,
    message: messageRef(team, channel, ts),
  };
}

function parseJoined({ id, team, event }: Delivery, reading: Reading): JoinedEvent | undefined {
  const user = word(event, 'user');
  const channel = word(event, 'channel');
  if (!user || !channel) return undefined;
  const who = user === reading.self.user ? 'desk' : 'person';
  const at = instantOf(word(event, 'event_ts'), reading);
  return { kind: 'joined', id, person: personRef(team, user), place: placeRef(team, channel), at, who };
}

function parseHomeOpened({ id, team, event }: Delivery, reading: Reading): HomeOpenedEvent | undefined {
  const user = word(event, 'user');
  if (!user || event.tab !== 'home') return undefined;
  const channel = word(event, 'channel');
  const place = channel ? placeRef(team, channel) : directPlace(team, user, reading);
  return {
    kind: 'homeOpened',
    id,
    person: personRef(team, user),
    place,
    at: instantOf(word(event, 'event_ts'), reading),
  };
}
