import type { CommandEvent, MessageEvent, QuotedMessage, Setting } from '../../src/chat/event.ts';
import { type Payload, part, word } from '../../src/chat/payload.ts';
import { filesOf } from './attachments.ts';
import { beginsWithDesk, mentionsDesk, quotedIn, textOf } from './message-text.ts';
import { permalinkTo } from './permalink.ts';
import { addressOf, hasThreads, messageRef, threadOf } from './place-id.ts';
import { deliveryId, type Reading, type Scene, sceneOf } from './reading.ts';

/** A message that a person wrote, or a command in one. */
export function parseMessage(activity: Payload, reading: Reading): MessageEvent | CommandEvent | undefined {
  const event = messageEvent(activity, 'new', reading);
  if (event === undefined) return undefined;
  const isToDesk = beginsWithDesk(activity);
  if (event.files.length > 0 || !(isToDesk || event.setting === 'direct')) return event;
  if (!isCommand(event.text, isToDesk)) return event;
  const { id, person, place, at, text } = event;
  return { kind: 'command', id, person, place, at, text };
}

/** Somebody changed their words, or took a deletion back. */
export function parseEdited(activity: Payload, reading: Reading): MessageEvent | undefined {
  return messageEvent(activity, 'edited', reading);
}

export function parseDeleted(activity: Payload, reading: Reading): MessageEvent | undefined {
  return messageEvent(activity, 'deleted', reading);
}

/** A message as another person's action sees it. */
export function quoted(event: MessageEvent): QuotedMessage {
  const { message, thread, place, person: author, text, files, at, permalink } = event;
  return { message, thread, place, author, isFromBot: false, text, files, at, ...(permalink && { permalink }) };
}

/** How a conversation is open. Local test clients leave its type out. */
export function settingOf(activity: Payload): Setting {
  const { conversationType, isGroup, id } = part(activity, 'conversation');
  if (conversationType === 'channel' || (typeof id === 'string' && hasThreads(id.split(';')[0] ?? '')))
    return 'channel';
  return conversationType === 'groupChat' || isGroup === true ? 'group' : 'direct';
}

function messageEvent(activity: Payload, change: MessageEvent['change'], reading: Reading): MessageEvent | undefined {
  const scene = sceneOf(activity, reading);
  const id = word(activity, 'id');
  if (scene === undefined || id === undefined) return undefined;
  const { tenant, conversation, root, person, place, at } = scene;
  const message = messageRef(tenant, conversation, id, root);
  const permalink = permalinkTo(addressOf(message));
  const isGone = change === 'deleted';
  const quote = hasThreads(conversation) ? undefined : quotedIn(activity);
  return {
    kind: 'message',
    id: change === 'new' ? deliveryId(scene, activity) : changeId(scene, activity, change),
    change,
    person,
    place,
    at,
    message,
    setting: settingOf(activity),
    thread: threadOf(message),
    isReply: root !== undefined && root !== id,
    mentionsDesk: mentionsDesk(activity),
    text: isGone ? '' : textOf(activity),
    files: isGone ? [] : filesOf(tenant, activity),
    ...(permalink && { permalink }),
    ...(quote && { quoted: { message: messageRef(tenant, conversation, quote.id), text: quote.text } }),
  };
}

/** A changed message keeps its id; when it was changed tells one change from the next. */
function changeId(scene: Scene, activity: Payload, change: MessageEvent['change']): string {
  return deliveryId(scene, activity, `${change}:${word(activity, 'timestamp') ?? ''}`);
}

/**
 * What the compose box offers as commands. Without a mention only what can hardly be meant otherwise: in a direct
 * conversation people also tell what is wrong.
 */
function isCommand(text: string, isToDesk: boolean): boolean {
  if (/^(?:mine|help|back|articles)$/i.test(text) || /^away(?:\s+(?:until|till?|bis)\b[^?!\n]{1,40})?$/i.test(text))
    return true;
  if (/^secret(?:\s+\S+)?$/i.test(text)) return true;
  if (/^(?:show|why)\s+(?:INC|REQ|PRB|CHG)-\d+$/i.test(text)) return true;
  if (/^ask\s+\S/i.test(text)) return isQuestion(text.slice('ask'.length).trim());
  return isToDesk ? /^find\s+\S/i.test(text) : /^find(?:\s+\S+){1,4}$/i.test(text) && !/[.?!\n]/.test(text);
}

/** "Ask Ben for the key" is no question. */
function isQuestion(text: string): boolean {
  return text.endsWith('?') || questionWord.test(text);
}

const questionWord =
  /^(?:how|what|where|when|why|who|which|can|may|do|does|is|are|wie|was|wo|wann|warum|wer|welche[rs]?|kann|darf|gibt|ist|sind)\s/i;
