import { isObject, type Json, type JsonObject, listIn, textIn } from '../../slack/json.ts';
import { invokeActivity, submitActivity } from '../activities/invoke-activity.ts';
import { mustBeComplete, sentBy, typedInto, type Values } from '../cards/card-inputs.ts';
import { cardsIn } from '../cards/card-words.ts';
import { faultsOfCard } from '../cards/check-card.ts';
import { actionAt, actionCalled, findAction } from '../cards/find-action.ts';
import { adaptiveCardType } from '../connector/check-activity.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { TaskModule, TeamsMessage, TeamsPerson } from '../model.ts';
import type { Parts } from '../parts.ts';
import { messageOf, mustBeIn, says } from './talking.ts';
import { asksForTask } from './task-modules.ts';

/** What came of a click or a submission, for the person who did it. */
export interface Outcome {
  /** What was sent to the bot; undefined when nothing is, as for a link. */
  readonly delivery?: Delivery;
  /** What the bot tells the person in passing. */
  readonly notice?: string;
  /** What the person sees when Teams cannot make sense of the bot's answer, or the bot refuses. */
  readonly trouble?: string;
  /** The task module that is open now. */
  readonly task?: TaskModule;
}

interface Click {
  readonly by: TeamsPerson;
  readonly message: TeamsMessage;
  readonly card: JsonObject;
  readonly action: JsonObject;
  /** The action's own data with what was typed. */
  readonly data: JsonObject;
}

/**
 * A person clicks a button of a message, as they saw it.
 * @param values what they typed into the card's inputs before, by label or id
 * @param isOutside they are not in the conversation, and somehow click nevertheless
 * @throws Error when there is no such button, or Teams would not send the card's inputs
 */
export async function clicks(
  teams: Parts,
  by: TeamsPerson,
  {
    message,
    words,
    values = {},
    isOutside,
  }: { message: TeamsMessage; words: string; values?: Values; isOutside?: boolean },
): Promise<Outcome> {
  if (!isOutside) mustBeIn(teams, teams.places.called(message.conversationId), by);
  const cards = cardsIn(message, by);
  const card = cards.find((one) => actionCalled(one, words)) ?? cards[0] ?? {};
  return presses(teams, by, { message, card, action: findAction(card, words), values });
}

/**
 * A person clicks a button by where it stands: also one that shows only after another was clicked.
 * @param path the place of the action in the message's cards, as a JSON pointer: `/0/actions/1/card/actions/0`
 * @throws Error when there is no such button, or Teams would not send the card's inputs
 */
export async function clicksAt(
  teams: Parts,
  by: TeamsPerson,
  { message, path, values = {} }: { message: TeamsMessage; path: string; values?: Values },
): Promise<Outcome> {
  mustBeIn(teams, teams.places.called(message.conversationId), by);
  const cards = cardsIn(message, by);
  const card = cards[Number(path.split('/')[1])] ?? {};
  return presses(teams, by, { message, card, action: actionAt(cards, path), values });
}

async function presses(
  teams: Parts,
  by: TeamsPerson,
  { message, card, action, values }: Pick<Click, 'message' | 'card' | 'action'> & { values: Values },
): Promise<Outcome> {
  const typed = typedInto(card, values, (name) => teams.people.find(name)?.aadObjectId);
  const own = isObject(action.data) ? action.data : {};
  const takesInputs = String(action.associatedInputs).toLowerCase() !== 'none';
  if (takesInputs) mustBeComplete(card, typed);
  const data = { ...own, ...(takesInputs ? sentBy(card, typed) : {}) };
  return does(teams, { by, message, card, action, data });
}

/** A person's client draws a message whose card asks to be refreshed for them; nothing is sent for any other. */
export async function opens(teams: Parts, by: TeamsPerson, message: TeamsMessage): Promise<Outcome> {
  for (const card of cardsIn(message)) {
    const refresh = isObject(card.refresh) ? card.refresh : {};
    const isFor = refresh.userIds === undefined || listIn(refresh.userIds).includes(by.id);
    if (!isObject(refresh.action) || !isFor) continue;
    const data = isObject(refresh.action.data) ? refresh.action.data : {};
    return executes(teams, { by, message, card, action: refresh.action, data }, 'automatic');
  }
  return {};
}

async function does(teams: Parts, click: Click): Promise<Outcome> {
  const { action, by, message, data } = click;
  if (action.type === 'Action.Execute') return executes(teams, click, 'manual');
  if (action.type !== 'Action.Submit') return {};
  const hint = isObject(data.msteams) ? data.msteams : {};
  const conversation = teams.places.called(message.conversationId);
  if (hint.type === 'task/fetch') return asksForTask(teams, by, { conversation, message, data });
  if (hint.type === 'imBack') return plain(teams, click, { says: textIn(hint.value) ?? '' });
  if (hint.type === 'messageBack') return plain(teams, click, { text: textIn(hint.text) ?? '', value: hint.value });
  return plain(teams, click, { value: data });
}

/** The older kinds of buttons: what they do is a message to the bot. */
async function plain(
  teams: Parts,
  { by, message }: Click,
  said: { says: string } | { text?: string; value: Json | undefined },
): Promise<Outcome> {
  const conversation = teams.places.called(message.conversationId);
  if ('says' in said) {
    const options = message.threadId === undefined ? {} : { threadId: message.threadId };
    const [first] = says(teams, by, { conversation, text: said.says }, options).deliveries;
    return first ? { delivery: await first.tried() } : {};
  }
  const scene = { by, conversation, threadId: message.threadId };
  const value = isObject(said.value) ? said.value : {};
  const text = said.text === undefined ? {} : { text: said.text };
  const delivery = teams.deliveries.start(submitActivity(teams, scene, { value, replyToId: message.id, ...text }));
  return { delivery: await delivery.tried() };
}

async function executes(teams: Parts, click: Click, trigger: 'manual' | 'automatic'): Promise<Outcome> {
  const { by, message, action, data } = click;
  const conversation = teams.places.called(message.conversationId);
  const { type, verb, id, title } = action;
  const value = { action: { type, verb, id, title, data }, trigger };
  const scene = { by, conversation, threadId: message.threadId };
  const invoke = invokeActivity(teams, scene, { name: 'adaptiveCard/action', value, replyToId: message.id });
  const delivery = await teams.deliveries.start(invoke).tried();
  return { delivery, ...(delivery.isHeld ? {} : answered(teams, click, delivery)) };
}

/** Does what the bot's answer says (learn.microsoft.com, "Universal Actions for Adaptive Cards", response format). */
function answered(teams: Parts, { by, message }: Click, delivery: Delivery): Outcome {
  const { answer } = delivery;
  if (!delivery.isTaken || !isObject(answer)) return { trouble: 'Unable to reach app. Please try again.' };
  const { type, value } = answer;
  if (type === 'application/vnd.microsoft.activity.message') return notice(teams, by, String(value));
  if (type === 'application/vnd.microsoft.error') {
    return { trouble: isObject(value) ? String(value.message) : 'Something went wrong. Please try again.' };
  }
  if (type !== adaptiveCardType) return { trouble: `The bot answered with an unknown type: ${String(type)}` };
  const faults = faultsOfCard(value);
  if (faults.length > 0 || !isObject(value)) return { trouble: `The bot's card is not valid: ${faults.join('; ')}` };
  const current = messageOf(teams, teams.places.called(message.conversationId), message);
  teams.talk.replace({ ...current, ownViews: { ...current.ownViews, [by.id]: value } });
  return {};
}

function notice(teams: Parts, by: TeamsPerson, text: string): Outcome {
  teams.changes.tell({ kind: 'notice shown', personId: by.id, text });
  return { notice: text };
}
