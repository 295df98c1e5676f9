import { isObject, type JsonObject, textIn } from '../../slack/json.ts';
import { invokeActivity } from '../activities/invoke-activity.ts';
import { mustBeComplete, sentBy, typedInto, type Values } from '../cards/card-inputs.ts';
import { buttonsOfCard } from '../cards/card-words.ts';
import { faultsOfCard } from '../cards/check-card.ts';
import { findAction } from '../cards/find-action.ts';
import { adaptiveCardType } from '../connector/check-activity.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Conversation, TaskModule, TaskOrigin, TeamsMessage, TeamsPerson } from '../model.ts';
import type { Parts } from '../parts.ts';
import type { Outcome } from './clicking.ts';

const context = { theme: 'default' };

/** A button asks the bot for a form. */
export async function asksForTask(
  teams: Parts,
  by: TeamsPerson,
  { conversation, message, data }: { conversation: Conversation; message: TeamsMessage; data: JsonObject },
): Promise<Outcome> {
  const scene = { by, conversation, threadId: message.threadId };
  const invoke = { name: 'task/fetch', value: { data, context }, replyToId: message.id };
  const delivery = await teams.deliveries.start(invokeActivity(teams, scene, invoke)).tried();
  const origin = { kind: 'card' as const, conversationId: conversation.id, messageId: message.id };
  return { delivery, ...showsTask(teams, by, origin, delivery) };
}

/** A person writes into the form without sending it. @returns the form as it is then */
export function fills(teams: Parts, by: TeamsPerson, values: Values): TaskModule {
  const task = openTask(teams, by);
  const next = {
    ...task,
    typed: { ...task.typed, ...typedInto(task.card, values, (name) => teams.people.find(name)?.aadObjectId) },
  };
  teams.tasks.open(by.id, next);
  return next;
}

/**
 * A person fills the form in and sends it.
 * @param button the words on it; the form's first submit button when left out
 * @throws Error when no form is open, or Teams would not send it
 */
export async function submits(
  teams: Parts,
  by: TeamsPerson,
  { values = {}, button }: { values?: Values; button?: string },
): Promise<Outcome> {
  const { card, typed, origin } = fills(teams, by, values);
  const action = submitAction(card, button);
  const takesInputs = String(action.associatedInputs).toLowerCase() !== 'none';
  if (takesInputs) mustBeComplete(card, typed);
  const own = isObject(action.data) ? action.data : {};
  const data = { ...own, ...(takesInputs ? sentBy(card, typed) : {}) };
  const delivery = await teams.deliveries.start(submission(teams, by, { origin, data })).tried();
  return { delivery, ...showsTask(teams, by, origin, delivery) };
}

/** Does what the bot's answer says about the task module: another form, a word in passing, or that all is done. */
export function showsTask(teams: Parts, by: TeamsPerson, origin: TaskOrigin, delivery: Delivery): Outcome {
  if (delivery.isHeld) return {};
  const { answer = {} } = delivery;
  if (!delivery.isTaken || !isObject(answer)) return { trouble: 'Unable to reach app. Please try again.' };
  const { task } = answer;
  if (!isObject(task)) {
    teams.tasks.close(by.id);
    return {};
  }
  if (task.type === 'message') return closesWith(teams, by, String(task.value));
  const value = isObject(task.value) ? task.value : {};
  const attachment = isObject(value.card) ? value.card : {};
  const { content } = attachment;
  const faults = attachment.contentType === adaptiveCardType ? faultsOfCard(content) : ['its form is no Adaptive Card'];
  if (task.type !== 'continue' || faults.length > 0 || !isObject(content)) {
    return { trouble: `The bot's form cannot be shown: ${faults.join('; ')}` };
  }
  return opened(teams, by, { title: textIn(value.title) ?? '', card: content, origin, typed: {} });
}

function opened(teams: Parts, by: TeamsPerson, task: TaskModule): Outcome {
  teams.tasks.open(by.id, task);
  return { task };
}

function closesWith(teams: Parts, by: TeamsPerson, notice: string): Outcome {
  teams.tasks.close(by.id);
  teams.changes.tell({ kind: 'notice shown', personId: by.id, text: notice });
  return { notice };
}

function submission(teams: Parts, by: TeamsPerson, { origin, data }: { origin: TaskOrigin; data: JsonObject }) {
  const conversation = teams.places.called(origin.conversationId);
  if (origin.kind === 'command') {
    const value = { ...origin.value, data, context };
    return invokeActivity(teams, { by, conversation }, { name: 'composeExtension/submitAction', value });
  }
  const { threadId } = teams.messages.get(origin.conversationId, origin.messageId) ?? {};
  const invoke = { name: 'task/submit', value: { data, context }, replyToId: origin.messageId };
  return invokeActivity(teams, { by, conversation, threadId }, invoke);
}

function openTask(teams: Parts, by: TeamsPerson): TaskModule {
  const task = teams.tasks.of(by.id);
  if (!task) throw new Error(`${by.name} has no form open.`);
  return task;
}

/** A form in Teams is sent by Action.Submit alone. */
function submitAction(card: JsonObject, words: string | undefined): JsonObject {
  const action = words === undefined ? buttonsOfCard(card).find(isSubmit) : findAction(card, words);
  if (action && isSubmit(action)) return action;
  throw new Error('The form cannot be sent: it has no Action.Submit of that name.');
}

function isSubmit({ type }: JsonObject): boolean {
  return type === 'Action.Submit';
}
