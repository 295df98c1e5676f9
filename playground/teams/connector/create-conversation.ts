import { isObject, type JsonObject, objectsIn, textIn } from '../../slack/json.ts';
import type { Parts } from '../parts.ts';
import { posted } from './activities.ts';
import type { Answer } from './answer.ts';
import { type Asked, objectIn } from './asked.ts';
import { badArgument, ConnectorError } from './connector-error.ts';
import { placeIn } from './place-in.ts';

/** `POST /v3/conversations`: the chat with one person, or with `channelData.channel` a new thread of a channel. */
export function createConversation(asked: Asked, teams: Parts): Answer {
  const body = objectIn(asked);
  const channelData = isObject(body.channelData) ? body.channelData : {};
  const channel = isObject(channelData.channel) ? textIn(channelData.channel.id) : undefined;
  return channel === undefined ? personal(body, channelData, teams) : thread(body, channel, teams);
}

function thread(body: JsonObject, channelId: string, teams: Parts): Answer {
  const { activity } = body;
  if (!isObject(activity)) badArgument('A thread begins with an activity.');
  const { conversation } = placeIn(channelId, teams);
  if (conversation.kind !== 'channel') badArgument('channelData.channel.id is no channel.');
  const { body: answer } = posted(activity, { conversation }, teams);
  const id = isObject(answer) ? textIn(answer.id) : undefined;
  return { status: 201, body: { id: `${conversation.id};messageid=${id ?? ''}`, activityId: id } };
}

function personal(body: JsonObject, channelData: JsonObject, teams: Parts): Answer {
  const inChannelData = isObject(channelData.tenant) ? channelData.tenant.id : undefined;
  const tenantId = body.tenantId ?? inChannelData;
  if (tenantId === undefined) badArgument('The tenant must be named.');
  if (tenantId !== teams.identity.tenantId) {
    throw new ConnectorError(403, 'ForbiddenOperationException', 'The bot is not registered in this tenant.');
  }
  const members = objectsIn(body.members);
  const [member] = members;
  if (!member || members.length > 1) badArgument('A chat with a bot has exactly one member.');
  const person = teams.people.byId(textIn(member.id) ?? '');
  if (!person) badArgument(`Unknown member: ${String(member.id)}`);
  const chat = teams.places.chatOf(person);
  // Teams does not tell these two apart for the bot: never had the app, or blocked it.
  if (!person.hasApp) {
    throw new ConnectorError(403, 'ForbiddenOperationException', "Bot is not installed in user's personal scope");
  }
  if (!isObject(body.activity)) return { status: 201, body: { id: chat.id } };
  const { body: answer } = posted(body.activity, { conversation: chat }, teams);
  return { status: 201, body: { id: chat.id, ...(isObject(answer) ? { activityId: answer.id } : {}) } };
}
