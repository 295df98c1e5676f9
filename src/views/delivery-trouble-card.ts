import type { Card } from '../chat/card.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Tells an admin what cannot be delivered. @param advice the delivery error's own text, which says what to do */
export function deliveryTroubleCard(advice: string, { words }: ViewContext): Card {
  return { title: words.talk.deliveryTrouble, blocks: [paragraph(advice)] };
}
