import type { JsonObject } from '../../slack/json.ts';
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

function withoutEmoji(words: string): string {
  return words.replace(/^(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\p{Emoji_Modifier}|\s)+/u, '').trim();
}
