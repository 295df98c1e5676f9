import type { Delivery } from '../slack/delivery/delivery.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../slack/json.ts';
import { wordsOf } from '../slack/payloads/inputs.ts';

/** Who did what, and the id under which the desk handles it. */
export interface Deed {
  readonly id: string;
  readonly who?: string;
  readonly deed: string;
}

/** Says in plain words what a delivery tells the desk; nothing for what has no id. */
export function deedOf({ kind, payload }: Delivery): Deed | undefined {
  switch (kind) {
    case 'event':
      return made(eventId(payload), ofEvent(partOf(payload, 'event')));
    case 'interaction':
      return made(payload.trigger_id, { who: partOf(payload, 'user').id, deed: ofInteraction(payload) });
    case 'command': {
      const typed = `${textIn(payload.command) ?? ''} ${textIn(payload.text) ?? ''}`.trim();
      return made(payload.trigger_id, { who: payload.user_id, deed: `typed “${short(typed)}”` });
    }
  }
}

/** A new message is known by itself: Slack may tell of it as a message and as a mention. */
function eventId(payload: JsonObject): unknown {
  const { type, subtype, channel, ts } = partOf(payload, 'event');
  const isNew = type === 'app_mention' || (type === 'message' && !/^message_/.test(`${subtype}`));
  return isNew ? `${payload.team_id}/${channel}/${ts}:new` : payload.event_id;
}

interface Told {
  readonly who: unknown;
  readonly deed: string;
}

function made(id: unknown, { who, deed }: Told): Deed | undefined {
  const person = textIn(who);
  return typeof id === 'string' ? { id: `slack:${id}`, ...(person ? { who: person } : {}), deed } : undefined;
}

function ofEvent(event: JsonObject): Told {
  const who = event.user ?? partOf(event, 'message').user ?? partOf(event, 'previous_message').user;
  return { who, deed: eventDeeds[`${event.type}`]?.(event) ?? `${event.type}` };
}

const eventDeeds: Readonly<Record<string, (event: JsonObject) => string>> = {
  message: ({ subtype, thread_ts, channel_type, files }) => {
    if (subtype === 'message_changed') return 'edited a message';
    if (subtype === 'message_deleted') return 'deleted a message';
    const where = channel_type === 'im' ? 'the desk' : 'a channel';
    const what = objectsIn(files).length > 0 ? 'sent a file' : 'wrote';
    return thread_ts ? `${what} in a thread` : `${what} to ${where}`;
  },
  app_mention: ({ thread_ts }) => (thread_ts ? 'mentioned the desk in a thread' : 'mentioned the desk'),
  reaction_added: ({ reaction }) => `reacted :${reaction}:`,
  reaction_removed: ({ reaction }) => `took :${reaction}: away`,
  member_joined_channel: () => 'joined a channel',
  app_home_opened: () => 'opened the App Home',
};

function ofInteraction(payload: JsonObject): string {
  switch (payload.type) {
    case 'block_actions':
      return ofAction(objectsIn(payload.actions)[0] ?? {});
    case 'view_submission':
      return `sent the form “${wordsOf(partOf(payload, 'view').title)}”`;
    case 'view_closed':
      return 'closed a form';
    case 'message_action':
      return 'used “Raise as issue”';
    case 'shortcut':
      return 'used “New issue”';
    default:
      return `${payload.type}`;
  }
}

function ofAction(action: JsonObject): string {
  const chosen = wordsOf(partOf(action, 'selected_option'));
  if (chosen) return `picked “${chosen}”`;
  return action.type === 'button' ? `clicked “${wordsOf(action)}”` : 'picked in a menu';
}

function partOf(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isObject(value) ? value : {};
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text;
}
