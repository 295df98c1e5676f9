import type { JsonObject } from '../../slack/json.ts';
import type { TeamsMessage } from '../model.ts';
import type { Parts } from '../parts.ts';
import type { Answer } from './answer.ts';
import { type Asked, objectIn } from './asked.ts';
import { type SaidByBot, saidByBot } from './check-activity.ts';
import { ConnectorError } from './connector-error.ts';
import { type Place, placeIn } from './place-in.ts';

/** `POST …/activities`: a message; in a channel without a thread it begins one. */
export function sendToConversation(asked: Asked, teams: Parts): Answer {
  const place = placeIn(asked.params[0] ?? '', teams);
  return posted(objectIn(asked), place, teams);
}

/** `POST …/activities/{id}`: an answer to a message, in its thread. */
export function replyToActivity(asked: Asked, teams: Parts): Answer {
  const place = placeIn(asked.params[0] ?? '', teams);
  const answered = teams.messages.get(place.conversation.id, asked.params[1] ?? '');
  const threadId = place.threadId ?? answered?.threadId;
  return posted(objectIn(asked), { ...place, ...(threadId === undefined ? {} : { threadId }) }, teams);
}

/** `PUT …/activities/{id}`: another form in the place of a message of the bot. */
export function updateActivity(asked: Asked, teams: Parts): Answer {
  const { place, message } = ownMessage(asked, teams);
  const said = saidByBot(objectIn(asked), place.conversation, teams);
  const { isTyping: _, ...content } = said;
  teams.talk.replace({ ...message, ...content, ownViews: {}, editedAt: teams.clock.now() });
  return { status: 200, body: { id: message.id } };
}

/** `DELETE …/activities/{id}`: takes a message of the bot away. */
export function deleteActivity(asked: Asked, teams: Parts): Answer {
  teams.talk.remove(ownMessage(asked, teams).message);
  return { status: 200 };
}

/** Keeps what the bot said; the answer carries its id. */
export function posted(activity: JsonObject, place: Place, teams: Parts): Answer {
  const said = saidByBot(activity, place.conversation, teams);
  if (said.isTyping) {
    teams.changes.tell({ kind: 'typing', conversationId: place.conversation.id });
    return { status: 202, body: { id: teams.ids.message() } };
  }
  return { status: 201, body: { id: keep(said, place, teams).id } };
}

function keep({ isTyping: _, ...content }: SaidByBot, place: Place, teams: Parts): TeamsMessage {
  const draft = { ...content, from: teams.identity.botId, threadId: place.threadId };
  return teams.talk.post(place.conversation, draft).message;
}

/** @throws ConnectorError 404 when there is no such message, 403 when it is a person's */
function ownMessage(asked: Asked, teams: Parts): { place: Place; message: TeamsMessage } {
  const [conversationId = '', activityId = ''] = asked.params;
  const place = placeIn(conversationId, teams);
  const message = teams.messages.get(place.conversation.id, activityId);
  if (!message || message.isDeleted) {
    throw new ConnectorError(404, 'ActivityNotFoundInConversation', 'Activity not found in the conversation.');
  }
  if (message.from === teams.identity.botId) return { place, message };
  throw new ConnectorError(403, 'NotEnoughPermissions', 'A bot can change its own messages only.');
}
