import { type JsonObject, textIn } from '../json.ts';
import { type Element, elementsOf, wordsOf } from '../payloads/inputs.ts';

/** Names something to click or pick in: by its visible words, or exactly. A bare text means the visible words. */
export type Target = string | { readonly text: string } | { readonly actionId: string } | { readonly blockId: string };

/**
 * Finds the element a person means.
 * @throws Error that names what there is instead
 */
export function findElement(blocks: readonly JsonObject[], target: Target): Element {
  const elements = elementsOf(blocks);
  const found = elements.find((one) => fits(one, target)) ?? elements.find((one) => fitsBarely(one, target));
  if (found) return found;
  const there = elements.map((one) => `"${labelOf(one)}" (${one.actionId})`).join(', ') || 'nothing';
  throw new Error(`There is no ${JSON.stringify(target)} here to use. There is ${there}.`);
}

/** The words by which a person knows the element: its own, its block's label, or its placeholder. */
export function labelOf({ element, block }: Element): string {
  return wordsOf(element) || wordsOf(block.label) || wordsOf(element.placeholder);
}

function fits(element: Element, target: Target): boolean {
  if (typeof target === 'string') return labelOf(element) === target;
  if ('actionId' in target) return element.actionId === target.actionId;
  if ('blockId' in target) return element.blockId === target.blockId;
  return labelOf(element) === target.text;
}

/** An emoji may stand before the words. */
function fitsBarely(element: Element, target: Target): boolean {
  const words = typeof target === 'string' ? target : 'text' in target ? textIn(target.text) : undefined;
  return words !== undefined && withoutEmoji(labelOf(element)) === words;
}

function withoutEmoji(words: string): string {
  return words.replace(/^(?::[\w+-]+:|\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\p{Emoji_Modifier}|\s)+/u, '').trim();
}
