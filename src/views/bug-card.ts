import type { Card } from '../chat/card.ts';
import { paragraph, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Something broke that nobody expected. @param reference by which an admin finds it in the log */
export function bugCard(reference: string, { words }: ViewContext): Card {
  return { blocks: [paragraph(words.talk.bug), quiet(words.talk.bugReference(reference))] };
}
