import type { Card } from '../chat/card.ts';
import type { Text } from '../chat/text.ts';
import { paragraph } from './ticket-facts.ts';

/** Confirms in one line that something was done; `words.done` has the sentences. */
export function doneCard(text: Text): Card {
  return { blocks: [paragraph(text)], isOverhearable: true };
}
