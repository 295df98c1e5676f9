import { isObject, type JsonObject, objectsIn, textIn } from '../../slack/json.ts';
import { invokeActivity } from '../activities/invoke-activity.ts';
import { faultsOfCard } from '../cards/check-card.ts';
import { adaptiveCardType } from '../connector/check-activity.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Conversation, TeamsMessage, TeamsPerson } from '../model.ts';
import type { Parts } from '../parts.ts';
import type { Outcome } from './clicking.ts';
import { showsTask } from './task-modules.ts';

/** What a search of the message extension found. */
export interface SearchResults {
  readonly delivery: Delivery;
  /** The attachments to pick from, each perhaps with a `preview`. */
  readonly results: readonly JsonObject[];
  /** What the bot says instead of results. */
  readonly notice?: string;
  /** What the person sees when Teams cannot make sense of the bot's answer. */
  readonly trouble?: string;
}

/** A search command, and what was typed into its field. */
export interface Search {
  readonly commandId: string;
  /** The field's name in the app's manifest. */
  readonly parameter: string;
  /** Empty is sent as the command's first run, before anything was typed. */
  readonly text: string;
}

/** A person searches with the app, from the box where they write a message. */
export async function searches(
  teams: Parts,
  by: TeamsPerson,
  conversation: Conversation,
  { commandId, parameter, text }: Search,
): Promise<SearchResults> {
  const parameters = text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: parameter, value: text }];
  const value = { commandId, parameters, queryOptions: { skip: 0, count: 25 } };
  const invoke = invokeActivity(teams, { by, conversation }, { name: 'composeExtension/query', value });
  const delivery = await teams.deliveries.start(invoke).tried();
  return { delivery, ...(delivery.isHeld ? { results: [] } : found(delivery)) };
}

function found({ isTaken, answer }: Delivery): Omit<SearchResults, 'delivery'> {
  const extension = isObject(answer) ? answer.composeExtension : undefined;
  if (!isTaken || !isObject(extension)) return { results: [], trouble: 'Unable to reach app. Please try again.' };
  if (extension.type === 'message') return { results: [], notice: textIn(extension.text) ?? '' };
  const results = objectsIn(extension.attachments);
  const faults = results.flatMap(faultsOfResult);
  return { results, ...(faults.length > 0 ? { trouble: `The results cannot be shown: ${faults.join('; ')}` } : {}) };
}

/** In the list of results Teams shows the preview, never the card itself. */
function faultsOfResult({ contentType, content, preview }: JsonObject): readonly string[] {
  if (contentType !== adaptiveCardType) return [];
  return [...faultsOfCard(content), ...(isObject(preview) ? [] : ['an Adaptive Card needs a preview'])];
}

/** A person uses a command of the app that opens a form: on a message, or from the box where they write. */
export async function runsCommand(
  teams: Parts,
  by: TeamsPerson,
  conversation: Conversation,
  { commandId, message }: { commandId: string; message?: TeamsMessage | undefined },
): Promise<Outcome> {
  const value: JsonObject = {
    commandId,
    commandContext: message ? 'message' : 'compose',
    ...(message ? { messagePayload: messagePayload(teams, message) } : {}),
  };
  const threadId = message?.threadId;
  const asked = { name: 'composeExtension/fetchTask', value: { ...value, context: { theme: 'default' } } };
  const delivery = await teams.deliveries.start(invokeActivity(teams, { by, conversation, threadId }, asked)).tried();
  const origin = { kind: 'command' as const, value, conversationId: conversation.id };
  return { delivery, ...showsTask(teams, by, origin, delivery) };
}

/** The message as an action command gets it (MessageActionsPayload of the Bot Framework's schema). */
function messagePayload({ people, identity }: Parts, message: TeamsMessage): JsonObject {
  const { id, conversationId, threadId, createdAt, editedAt, text, reactions } = message;
  const html = message.attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  return {
    ...{
      id,
      replyToId: threadId === id ? null : (threadId ?? null),
      messageType: 'message',
      deleted: message.isDeleted,
    },
    ...{ createdDateTime: createdAt.toISOString(), lastModifiedDateTime: editedAt?.toISOString() ?? null },
    ...{ importance: 'normal', locale: 'en-us', summary: message.summary ?? null, subject: null },
    linkToMessage: `https://teams.microsoft.com/l/message/${conversationId}/${id}`,
    from: senderOf(message, { people, identity }),
    body: { contentType: 'html', content: textIn(html) ?? `<p>${text}</p>` },
    attachments: [...message.attachments],
    mentions: [],
    reactions: reactions.map(({ type, personId }) => ({
      reactionType: type,
      user: { id: people.byId(personId)?.aadObjectId ?? personId },
    })),
  };
}

function senderOf({ from }: TeamsMessage, { people, identity }: Pick<Parts, 'people' | 'identity'>): JsonObject {
  const person = people.byId(from);
  if (person) {
    const { aadObjectId: id, realName: displayName } = person;
    return { user: { userIdentityType: 'aadUser', id, displayName } };
  }
  return { application: { applicationIdentityType: 'bot', id: identity.appId, displayName: identity.botName } };
}
