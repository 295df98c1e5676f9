import type { TextBlock } from '../chat/card.ts';
import { cut } from '../chat/plain-text.ts';
import { quiet, quote } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** How much of the requester's words a card shows. UTF-16 units. */
const longestQuote = 600;

/** Whether a card cannot show these words whole, so that they have to follow in the thread. */
export function isCutOnCard(description: string): boolean {
  return description.length > longestQuote;
}

/** The requester's own words; when they are long, the beginning and where the rest is. */
export function cutQuote(description: string, { words }: ViewContext): readonly TextBlock[] {
  const rest = isCutOnCard(description) ? [quiet(words.cards.wholeInThread)] : [];
  return [...quote(cut(description, longestQuote)), ...rest];
}
