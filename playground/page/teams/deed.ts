import { isObject, type JsonObject, objectsIn, textIn } from '../../slack/json.ts';
import type { Brought } from '../happenings.ts';

/** Says in plain words what an activity tells the desk, under the id by which the desk handles it. */
export function deedOfActivity(activity: JsonObject): Pick<Brought, 'ids' | 'who' | 'deed'> | undefined {
  const { conversation, id } = activity;
  const place = isObject(conversation) ? conversation : {};
  if (typeof id !== 'string' || typeof place.id !== 'string') return undefined;
  const { what, deed } = told(activity);
  const tenant = textIn(place.tenantId)?.toLowerCase() ?? '';
  const who = textIn(partOf(activity, 'from').id);
  const own = `teams:${tenant}/${place.id}/${id}`;
  // A new message is known by itself; words that are a command by their delivery.
  return { ids: what === 'new' ? [`${own}:new`, own] : [`${own}:${what}`], ...(who ? { who } : {}), deed };
}

interface Told {
  /** What tells two activities about one message apart. */
  readonly what: string;
  readonly deed: string;
}

function told(activity: JsonObject): Told {
  const at = textIn(activity.timestamp) ?? '';
  switch (activity.type) {
    case 'message':
      if (isObject(activity.value) && !textIn(activity.text)) return { what: 'submit', deed: 'clicked a button' };
      return { what: 'new', deed: said(activity) };
    case 'messageUpdate':
      return { what: `edited:${at}`, deed: 'edited a message' };
    case 'messageDelete':
      return { what: `deleted:${at}`, deed: 'deleted a message' };
    case 'messageReaction':
      return { what: `reaction:${at}`, deed: reacted(activity) };
    case 'conversationUpdate':
      return { what: 'joined', deed: 'changed who is there' };
    case 'installationUpdate':
      return { what: 'installed', deed: activity.action === 'add' ? 'got the app' : 'removed the app' };
    case 'invoke':
      return { what: textIn(activity.name) ?? '', deed: asked(activity) };
    default:
      return { what: '', deed: String(activity.type) };
  }
}

function said({ conversation, replyToId, attachments }: JsonObject): string {
  const isFile = objectsIn(attachments).some(({ contentType }) => /^image\/|\.file\./.test(String(contentType)));
  const what = isFile ? 'sent a file' : 'wrote';
  const kind = isObject(conversation) ? conversation.conversationType : undefined;
  if (kind === 'personal') return `${what} to the desk`;
  if (kind === 'groupChat') return `${what} in a group chat`;
  return replyToId ? `${what} in a thread` : `${what} in a channel`;
}

function reacted({ reactionsAdded, reactionsRemoved }: JsonObject): string {
  const [added] = objectsIn(reactionsAdded);
  const [removed] = objectsIn(reactionsRemoved);
  const name = (type: unknown) => String(type).replace(/^[0-9a-f]+_/, '');
  return added ? `reacted :${name(added.type)}:` : `took :${name(removed?.type)}: away`;
}

function asked(activity: JsonObject): string {
  const value = partOf(activity, 'value');
  switch (activity.name) {
    case 'adaptiveCard/action':
      return `clicked “${textIn(partOf(value, 'action').title) ?? ''}”`;
    case 'task/fetch':
      return 'asked for a form';
    case 'task/submit':
    case 'composeExtension/submitAction':
      return 'sent a form';
    case 'composeExtension/fetchTask':
      return value.commandContext === 'message' ? 'used “Raise as issue”' : 'used “New issue”';
    case 'composeExtension/query':
      return 'searched issues';
    default:
      return String(activity.name);
  }
}

function partOf(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isObject(value) ? value : {};
}
