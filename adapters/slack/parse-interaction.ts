import { type ActionId, actionIds, type FormId, formIds } from '../../src/chat/actions.ts';
import type { ActionEvent, CommandEvent, FormEvent } from '../../src/chat/event.ts';
import type { FormValues } from '../../src/chat/form.ts';
import { isPayload, type Payload, part, parts, word } from '../../src/chat/payload.ts';
import { readChoice } from './action-ids.ts';
import { plainFromMrkdwn } from './mrkdwn.ts';
import { quotedMessage } from './parse-message.ts';
import { messageRef, personRef, placeRef } from './places.ts';
import { readMetadata } from './private-metadata.ts';
import { directPlace, instantOf, personIn, type Reading, teamOfInteraction } from './reading.ts';

/** A click on a button or in a menu; nothing when it is not one of the desk's. */
export function parseClick(body: Payload, reading: Reading): ActionEvent | undefined {
  const [element] = parts(body, 'actions');
  const team = teamOfInteraction(body, reading.self);
  const person = personIn(team, body);
  const choice = element && readChoice(element);
  if (!element || !choice || !person || !isAction(choice.action)) return undefined;
  const actionTs = word(element, 'action_ts');
  return {
    kind: 'action',
    id: deliveryId(body, `${word(part(body, 'user'), 'id')}.${actionTs}.${choice.action}`),
    person,
    action: choice.action,
    value: choice.value,
    at: instantOf(actionTs, reading),
    ...whereClicked(body, team, reading),
    ...answers(body),
  };
}

/** A form that was sent in. */
export function parseForm(body: Payload, reading: Reading): FormEvent | undefined {
  const view = part(body, 'view');
  const form = word(view, 'callback_id');
  const team = teamOfInteraction(body, reading.self);
  const person = personIn(team, body);
  if (body.type !== 'view_submission' || !person || !isForm(form)) return undefined;
  const { value, thread, place } = readMetadata(word(view, 'private_metadata') ?? '');
  return {
    kind: 'form',
    id: deliveryId(body, `${word(view, 'id')}.${word(view, 'hash')}`),
    person,
    place: place ?? directPlace(team, word(part(body, 'user'), 'id') ?? '', reading),
    at: reading.now(),
    form,
    value,
    values: valuesOf(part(part(view, 'state'), 'values'), team),
    ...(thread && { thread }),
  };
}

/** A shortcut: on a message *Raise as issue*, everywhere *New issue*. */
export function parseShortcut(body: Payload, reading: Reading): ActionEvent | undefined {
  const team = teamOfInteraction(body, reading.self);
  const person = personIn(team, body);
  const action = shortcuts.get(`${body.type} ${body.callback_id}`);
  if (!person || !action) return undefined;
  const channel = word(part(body, 'channel'), 'id');
  const target = channel && quotedMessage(team, channel, part(body, 'message'), reading);
  if (action === 'issue.raise' && !target) return undefined;
  return {
    kind: 'action',
    id: deliveryId(body, `${word(part(body, 'user'), 'id')}.${word(body, 'action_ts')}`),
    person,
    place: channel ? placeRef(team, channel) : directPlace(team, word(part(body, 'user'), 'id') ?? '', reading),
    at: instantOf(word(body, 'action_ts'), reading),
    action,
    value: '',
    clickedIn: 'shortcut',
    ...(target && { target }),
    ...answers(body),
  };
}

/** `/desk` and what stands after it. */
export function parseCommand(body: Payload, reading: Reading): CommandEvent | undefined {
  const team = teamOfInteraction(body, reading.self);
  const person = personIn(team, body);
  const channel = word(body, 'channel_id');
  if (body.command !== '/desk' || !person || !channel) return undefined;
  return {
    kind: 'command',
    id: deliveryId(body, `${word(body, 'user_id')}.${reading.now().getTime()}`),
    person,
    place: placeRef(team, channel),
    at: reading.now(),
    text: plainFromMrkdwn(word(body, 'text') ?? '', { self: reading.self.user, nameOf: reading.nameOf }),
    ...answers(body),
  };
}

const shortcuts: ReadonlyMap<string, ActionId> = new Map([
  ['message_action raise_issue', 'issue.raise'],
  ['shortcut new_issue', 'issue.new'],
]);

/** The shortcuts' ids, which the manifest names, too. */
export const shortcutIds: readonly string[] = [...shortcuts.keys()].map((key) => key.split(' ')[1] ?? '');

const knownActions: ReadonlySet<string> = new Set(actionIds);
const knownForms: ReadonlySet<string> = new Set(formIds);
const isAction = (id: string): id is ActionId => knownActions.has(id);
const isForm = (id: string | undefined): id is FormId => id !== undefined && knownForms.has(id);

/** Interactions have no id of their own; a repeated one carries the same trigger. */
function deliveryId(body: Payload, otherwise: string): string {
  return `slack:${word(body, 'trigger_id') ?? otherwise}`;
}

function answers(body: Payload): { answerTo?: string; trigger?: string } {
  const answerTo = word(body, 'response_url');
  const trigger = word(body, 'trigger_id');
  return { ...(answerTo && { answerTo }), ...(trigger && { trigger }) };
}

function whereClicked(body: Payload, team: string, reading: Reading): Where {
  const container = part(body, 'container');
  const ts = word(container, 'message_ts') ?? word(part(body, 'message'), 'ts');
  const channel = word(container, 'channel_id') ?? word(part(body, 'channel'), 'id');
  if (!channel || !ts) {
    return { clickedIn: 'home', place: directPlace(team, word(part(body, 'user'), 'id') ?? '', reading) };
  }
  const isWhisper = container.is_ephemeral === true;
  const root = word(container, 'thread_ts') ?? word(part(body, 'message'), 'thread_ts') ?? (isWhisper ? undefined : ts);
  return {
    clickedIn: isWhisper ? 'whisper' : 'message',
    place: placeRef(team, channel),
    card: messageRef(team, channel, ts),
    ...(root && { thread: placeRef(team, channel, root) }),
  };
}
type Where = Pick<ActionEvent, 'clickedIn' | 'place' | 'card' | 'thread'>;

/** The state of a form's fields: each block is named by its field and holds one input. */
function valuesOf(state: Payload, team: string): FormValues {
  const values: Record<string, string | boolean | undefined> = {};
  for (const [field, block] of Object.entries(state)) {
    const input = isPayload(block) ? Object.values(block)[0] : undefined;
    const value = isPayload(input) ? inputValue(input, team) : undefined;
    if (value !== undefined) values[field] = value;
  }
  return values;
}

function inputValue(input: Payload, team: string): string | boolean | undefined {
  switch (input.type) {
    case 'plain_text_input':
      return word(input, 'value')?.trim() || undefined;
    case 'static_select':
      return word(part(input, 'selected_option'), 'value');
    case 'users_select': {
      const user = word(input, 'selected_user');
      return user && personRef(team, user);
    }
    case 'checkboxes':
      return parts(input, 'selected_options').length > 0;
    default:
      return undefined;
  }
}
