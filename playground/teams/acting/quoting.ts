import { wordsOfMessage } from '../cards/card-words.ts';
import type { Quote, TeamsMessage } from '../model.ts';
import type { Parts } from '../parts.ts';

/** Teams shows no more of a quoted message. */
const longestPreview = 120;

/** A message as it stands above the one that answers to it. */
export function quoteOf({ people, identity }: Pick<Parts, 'people' | 'identity'>, message: TeamsMessage): Quote {
  const words = wordsOfMessage(message).replace(/\s+/g, ' ').trim();
  const text = words.length > longestPreview ? `${words.slice(0, longestPreview - 1).toWellFormed()}…` : words;
  return { id: message.id, author: people.byId(message.from)?.realName ?? identity.botName, text };
}
