import type { Card } from '../chat/card.ts';
import type { Mention } from '../chat/text.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What was meant for one person, as it may be said before others: whole, or only that there is something. */
export function toldAloud(card: Card, person: Mention, { words, deskName }: ViewContext): Card {
  if (!card.isOverhearable) return { blocks: [paragraph(words.talk.forYouAlone(person, deskName))] };
  return { ...card, blocks: [paragraph([person]), ...card.blocks] };
}
