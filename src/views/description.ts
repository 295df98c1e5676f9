import type { TextBlock } from '../chat/card.ts';
import { cut } from '../chat/plain-text.ts';
import { quiet, quote } from './ticket-facts.ts';

/** How much of the requester's words a card shows. UTF-16 units. */
export const longestQuote = 600;

/** Whether a card cannot show these words whole, so that they have to follow in the thread. */
export function isCutOnCard(description: string): boolean {
  return description.length > longestQuote;
}

/** Somebody's own words as a quote; when they are too long, their beginning and a note that says so. */
export function cutQuote(text: string, maxLength: number, whenCut: string): readonly TextBlock[] {
  return [...quote(cut(text, maxLength)), ...(text.length > maxLength ? [quiet(whenCut)] : [])];
}
