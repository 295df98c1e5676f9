import { isObject, type Json, type JsonObject, textIn } from '../../slack/json.ts';
import { buttonsOfCard, titleOf } from './card-words.ts';

/**
 * Finds the button that a person means by its words; an emoji may stand before them.
 * @throws Error that names what there is instead
 */
export function findAction(card: JsonObject, words: string): JsonObject {
  const found = actionCalled(card, words);
  if (found) return found;
  const there = buttonsOfCard(card).map((one) => `"${titleOf(one)}"`);
  throw new Error(`There is no button "${words}" here. There is ${there.join(', ') || 'none'}.`);
}

/** The button of those words, if the card shows one. */
export function actionCalled(card: JsonObject, words: string): JsonObject | undefined {
  const all = buttonsOfCard(card);
  return all.find((one) => titleOf(one) === words) ?? all.find((one) => withoutEmoji(titleOf(one)) === words);
}

/**
 * The button that stands at a place of the cards, wherever it lies.
 * @param path a JSON pointer (RFC 6901), such as `/0/body/3/actions/1`
 * @throws Error when there is none
 */
export function actionAt(cards: readonly JsonObject[], path: string): JsonObject {
  const found = path.split('/').slice(1).reduce<Json | undefined>(partOf, cards);
  if (isObject(found) && textIn(found.type)?.startsWith('Action.')) return found;
  throw new Error('That button is no longer there.');
}

function partOf(whole: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(whole)) return /^\d+$/.test(name) ? whole[Number(name)] : undefined;
  return isObject(whole) && Object.hasOwn(whole, name) ? whole[name] : undefined;
}

function withoutEmoji(words: string): string {
  return words.replace(/^(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\p{Emoji_Modifier}|\s)+/u, '').trim();
}
