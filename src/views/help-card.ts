import type { Card } from '../chat/card.ts';
import { newIssueButton } from './card-buttons.ts';
import { heading, paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What one can do here, on one page. */
export function helpCard({ words, deskName }: ViewContext): Card {
  const { title, raise, reaction, thread, commandsHeading, commands } = words.talk.help;
  return {
    title: title(deskName),
    blocks: [
      ...[raise, reaction, thread].map(paragraph),
      heading(commandsHeading),
      paragraph(Object.values(commands).join('\n')),
    ],
    buttons: [newIssueButton(words, 'primary')],
  };
}
