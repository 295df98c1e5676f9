import type { TextBlock } from '../chat/card.ts';
import type { Spoken } from '../triage/assistant.ts';
import { quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Which form of the assistant spoke, and why it was not the model where there is one. */
export function spokenLine({ by, fellBack }: Spoken, { words }: ViewContext): TextBlock {
  const { spoke } = words.help;
  return quiet(spoke[by === 'openai' ? by : (fellBack ?? by)]);
}
