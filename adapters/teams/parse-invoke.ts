import { type ActionId, actionIds } from '../../src/chat/actions.ts';
import type { ActionEvent, ChatEvent, FormEvent, QuotedMessage, SearchEvent } from '../../src/chat/event.ts';
import { type Payload, part, parts, word } from '../../src/chat/payload.ts';
import { readForm } from './form-data.ts';
import { textOfHtml } from './message-text.ts';
import { permalinkTo } from './permalink.ts';
import { addressOf, conversationOf, hasThreads, messageRef, personRef, placeRef, threadOf } from './place-id.ts';
import { deliveryId, instantOf, type Reading, type Scene, sceneOf, threadOfScene } from './reading.ts';

/** The invokes that are read, by Teams' names. */
export const invokeParsers: Readonly<Record<string, InvokeParser>> = {
  'adaptiveCard/action': (activity, scene) =>
    clicked(activity, scene, executed(part(part(activity, 'value'), 'action'))),
  'task/fetch': (activity, scene) => withTrigger(clicked(activity, scene, part(part(activity, 'value'), 'data'))),
  'task/submit': (activity, scene) => sentForm(activity, scene),
  'composeExtension/query': searched,
  'composeExtension/fetchTask': shortcut,
  'composeExtension/submitAction': (activity, scene) => sentForm(activity, scene),
};
type InvokeParser = (activity: Payload, scene: Scene, reading: Reading) => ChatEvent | undefined;

/** Something that waits for an answer: a click, a form, a command of the message extension. */
export function parseInvoke(activity: Payload, reading: Reading): ChatEvent | undefined {
  const name = word(activity, 'name') ?? '';
  const scene = sceneOf(activity, reading);
  if (scene === undefined || !Object.hasOwn(invokeParsers, name)) return undefined;
  return invokeParsers[name]?.(activity, scene, reading);
}

/** An `Action.Submit` without a task comes as a message with a value instead of words. */
export function parseSubmit(activity: Payload, reading: Reading): ChatEvent | undefined {
  const scene = sceneOf(activity, reading);
  if (scene === undefined) return undefined;
  return sentForm(activity, scene, part(activity, 'value')) ?? clicked(activity, scene, part(activity, 'value'));
}

/** The ids of the message extension's commands, which the manifest names, too. */
export const commandIds = { search: 'search_tickets', raise: 'raise_issue', create: 'new_issue' } as const;

const knownActions: ReadonlySet<string> = new Set(actionIds);
const isAction = (id: string | undefined): id is ActionId => id !== undefined && knownActions.has(id);

/** What an `Action.Execute` brings; its verb is the action. */
function executed(action: Payload): Payload {
  return { ...part(action, 'data'), action: word(action, 'verb') };
}

function clicked(activity: Payload, scene: Scene, data: Payload): ActionEvent | undefined {
  const action = word(data, 'action');
  if (!isAction(action)) return undefined;
  return {
    ...base(activity, scene),
    kind: 'action',
    action,
    value: word(data, 'value') ?? '',
    ...whereClicked(activity, scene),
  };
}

/** A card that a person inserted by the message extension is not the desk's own message: it stands nowhere. */
function whereClicked(activity: Payload, scene: Scene): Pick<ActionEvent, 'clickedIn' | 'card' | 'thread'> {
  const id = word(activity, 'replyToId');
  if (id === undefined) return { clickedIn: 'shortcut', ...(scene.root && { thread: threadOfScene(scene) }) };
  const card = messageRef(scene.tenant, scene.conversation, id, scene.root);
  return { clickedIn: 'message', card, thread: threadOf(card) };
}

/** A form can be shown in answer. */
function withTrigger(event: ActionEvent | undefined): ActionEvent | undefined {
  return event && { ...event, trigger: event.id };
}

function sentForm(
  activity: Payload,
  scene: Scene,
  data = part(part(activity, 'value'), 'data'),
): FormEvent | undefined {
  const sent = readForm(data, scene.tenant);
  if (sent === undefined) return undefined;
  const { form, values } = sent;
  // What came back went through somebody's client: where it leads to must be where it was sent from.
  const isHere = sent.thread !== undefined && conversationOf(sent.thread) === scene.place;
  const thread = isHere ? sent.thread : whereClicked(activity, scene).thread;
  return {
    ...base(activity, scene),
    kind: 'form',
    form: form.id,
    value: form.value,
    values,
    ...(thread && { thread }),
  };
}

function searched(activity: Payload, scene: Scene): SearchEvent | undefined {
  const value = part(activity, 'value');
  if (value.commandId !== commandIds.search) return undefined;
  const query = parts(value, 'parameters').find(({ name }) => name === 'query');
  return { ...base(activity, scene), kind: 'search', text: (query && word(query, 'value')?.trim()) ?? '' };
}

/** *Raise as issue* on a message, or *New issue*. */
function shortcut(activity: Payload, scene: Scene, reading: Reading): ActionEvent | undefined {
  const value = part(activity, 'value');
  const event = { ...base(activity, scene), kind: 'action', value: '', clickedIn: 'shortcut' } as const;
  if (value.commandId === commandIds.create) return withTrigger({ ...event, action: 'issue.new' });
  const target =
    value.commandId === commandIds.raise ? quotedIn(part(value, 'messagePayload'), scene, reading) : undefined;
  return target && { ...event, action: 'issue.raise', target };
}

/**
 * The message that an action command was used on. It comes as Microsoft Graph writes messages.
 * Source: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 */
function quotedIn(payload: Payload, scene: Scene, reading: Reading): QuotedMessage | undefined {
  const id = word(payload, 'id');
  if (id === undefined) return undefined;
  const { tenant, conversation } = scene;
  const message = messageRef(
    tenant,
    conversation,
    id,
    hasThreads(conversation) ? (word(payload, 'replyToId') ?? scene.root) : undefined,
  );
  const from = part(payload, 'from');
  const user = word(part(from, 'user'), 'id');
  const permalink = word(payload, 'linkToMessage') ?? permalinkTo(addressOf(message));
  const body = part(payload, 'body');
  const content = word(body, 'content') ?? '';
  return {
    message,
    thread: threadOf(message),
    place: placeRef(tenant, conversation),
    author: personRef(tenant, user ?? word(part(from, 'application'), 'id') ?? 'unknown'),
    isFromBot: user === undefined,
    text: body.contentType === 'text' ? content.trim() : textOfHtml(content),
    files: [],
    at: instantOf(word(payload, 'createdDateTime'), reading),
    ...(permalink && { permalink }),
  };
}

function base(activity: Payload, scene: Scene) {
  const { person, place, at } = scene;
  return { id: deliveryId(scene, activity, word(activity, 'name') ?? 'submit'), person, place, at };
}
