import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../slack/json.ts';
import { adaptiveCardType } from '../connector/check-activity.ts';
import type { TeamsMessage, TeamsPerson } from '../model.ts';
import { readMarkdown, readTyped } from './read-text.ts';

/** The Adaptive Cards of a message as one person sees them: their own view of a card stands in its place. */
export function cardsIn(message: TeamsMessage, reader?: Pick<TeamsPerson, 'id'>): readonly JsonObject[] {
  const own = reader && message.ownViews[reader.id];
  if (own) return [own];
  return message.attachments.flatMap(({ contentType, content }) =>
    contentType === adaptiveCardType && isObject(content) ? [content] : [],
  );
}

/** Every word that a card shows without a click, as a person reads it, from top to bottom, one line for each text. */
function wordsOfCard(card: JsonObject): string {
  return [...textsOfCard(card), ...buttonsOfCard(card).map(titleOf)].join('\n');
}

/** Its texts alone, without what stands on its buttons. */
export function textsOfCard(card: JsonObject): readonly string[] {
  const tags = tagsOf(objectsIn(isObject(card.msteams) ? card.msteams.entities : undefined));
  return wordsIn(card.body).map((text) => readMarkdown(text, tags));
}

/** What a message shows: its text, then its cards. */
export function wordsOfMessage(message: TeamsMessage, reader?: Pick<TeamsPerson, 'id'>): string {
  const { text, textFormat, entities } = message;
  const read = textFormat === 'markdown' ? readMarkdown(text, tagsOf(entities)) : readTyped(text);
  return [read, ...cardsIn(message, reader).map(wordsOfCard)].filter(Boolean).join('\n');
}

/** The texts of a card in the colour of trouble: how a form says what is wrong with what was typed. */
export function problemsIn(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(problemsIn);
  if (!isObject(value) || value.isVisible === false) return [];
  const isTrouble = String(value.color).toLowerCase() === 'attention';
  const own = isTrouble && ['TextBlock', 'TextRun'].includes(String(value.type)) ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(problemsIn)];
}

function tagsOf(entities: readonly JsonObject[]): readonly string[] {
  return entities.flatMap(({ type, text }) => (type === 'mention' && typeof text === 'string' ? [text] : []));
}

const mostVisible = 6;

/**
 * The buttons that Teams shows: of a card's own row the first six, and those for the menu behind the dots; and those of
 * every further row.
 */
export function buttonsOfCard(card: JsonObject): readonly JsonObject[] {
  return [...rowsIn(card.body), visible(card.actions)].flat();
}

/** The words on a button. */
export function titleOf(action: JsonObject): string {
  return textIn(action.title) ?? '';
}

function visible(actions: Json | undefined): readonly JsonObject[] {
  const all = objectsIn(actions);
  const isSecondary = ({ mode }: JsonObject) => String(mode).toLowerCase() === 'secondary';
  return [...all.filter((one) => !isSecondary(one)).slice(0, mostVisible), ...all.filter(isSecondary)];
}

function rowsIn(value: Json | undefined): readonly (readonly JsonObject[])[] {
  if (Array.isArray(value)) return value.flatMap(rowsIn);
  if (!isObject(value) || value.isVisible === false) return [];
  if (value.type === 'ActionSet') return [visible(value.actions)];
  const own = isObject(value.selectAction) ? [[value.selectAction]] : [];
  return [...own, ...['items', 'columns', 'rows', 'cells'].flatMap((name) => rowsIn(value[name]))];
}

function wordsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isObject(value) || value.isVisible === false) return [];
  const { type, text, title, label, value: shown } = value;
  if (type === 'RichTextBlock') return [objectsOrText(value.inlines).join('')];
  const isFact = type === undefined || type === 'Fact';
  const own = isFact ? [[title, shown].filter(Boolean).join(' ')] : [text, label].filter(Boolean).map(String);
  const toggled = type === 'Input.Toggle' ? [String(title)] : [];
  const inside = ['items', 'columns', 'rows', 'cells', 'facts'].flatMap((name) => wordsIn(value[name]));
  return [...own.map(String), ...toggled, ...inside].filter((words) => words !== '');
}

function objectsOrText(inlines: Json | undefined): readonly string[] {
  if (!Array.isArray(inlines)) return [];
  return inlines.map((one: Json) => (isObject(one) ? String(one.text ?? '') : String(one)));
}
