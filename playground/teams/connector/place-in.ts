import type { Conversation, TeamsPerson } from '../model.ts';
import type { Parts } from '../parts.ts';
import { ConnectorError } from './connector-error.ts';

/** A conversation as the bot names it: the place and, in a channel, the thread. */
export interface Place {
  readonly conversation: Conversation;
  readonly threadId?: string;
}

/**
 * Finds the conversation that a path names.
 * @throws ConnectorError 404 for one that does not exist, 403 where the bot is not
 */
export function placeIn(id: string, teams: Parts): Place {
  const [base = '', threadId] = id.split(';messageid=');
  const conversation = teams.places.byId(base);
  const hasThread = threadId === undefined || teams.messages.get(base, threadId)?.threadId === threadId;
  if (!conversation || !hasThread) throw new ConnectorError(404, 'ConversationNotFound', 'Conversation not found.');
  if (!teams.places.botIsIn(conversation)) {
    throw new ConnectorError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  }
  return { conversation, ...(threadId === undefined ? {} : { threadId }) };
}

/** @throws ConnectorError 404 when nobody of that id is in the conversation */
export function memberIn(id: string, conversation: Conversation, teams: Parts): TeamsPerson {
  const person = teams.people.byId(id);
  const isThere = teams.places.membersOf(conversation).some((one) => one.id === person?.id);
  if (person && isThere) return person;
  throw new ConnectorError(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
}
