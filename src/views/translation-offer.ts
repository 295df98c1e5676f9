import type { Card } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { summaryOf } from './card-summary.ts';
import { languageName } from './language-name.ts';
import { splitText } from './split-text.ts';
import { spokenLine } from './spoken-line.ts';
import { paragraph, quote } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** For the agent who has just answered: their words in the requester's language, which are sent when they click. */
export function translationOffer(
  ticket: Ticket,
  { id, text, language }: { readonly id: string; readonly text: string; readonly language: string },
  context: ViewContext,
): Card {
  const { words, locale, person } = context;
  const called = languageName(language, locale);
  return {
    blocks: [
      paragraph(words.help.translationOffer(ticket.key, person(ticket.requester), called)),
      ...splitText(text, longestBlock).flatMap(quote),
      spokenLine({ by: 'openai' }, context),
    ],
    buttons: [
      {
        label: words.help.sendToo(called),
        action: 'help.sendTranslation',
        value: `${ticket.key} ${id}`,
        style: 'primary',
      },
    ],
    ...summaryOf(ticket, context),
  };
}

/** UTF-16 units. */
const longestBlock = 2_900;
