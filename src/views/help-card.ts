import type { Card } from '../chat/card.ts';
import { spansOf } from '../chat/text.ts';
import { newIssueButton } from './card-buttons.ts';
import { heading, paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

export interface HelpFacts {
  /** The emoji of desk.yaml that raises a message, without colons. */
  readonly reaction?: string;
  /** What commands begin with on the reader's platform. */
  readonly command?: string;
}

/** What one can do here, on one page. */
export function helpCard(
  { words, deskName }: ViewContext,
  { reaction = 'ticket', command = '/desk' }: HelpFacts = {},
): Card {
  const help = words.talk.help;
  const emoji = reaction === 'ticket' ? '🎫' : `:${reaction}:`;
  return {
    title: help.title(deskName),
    blocks: [
      ...[help.raise, help.reaction(emoji), help.thread].map(paragraph),
      heading(help.commandsHeading),
      paragraph(help.commands(command).flatMap((line, index) => [...(index > 0 ? ['\n'] : []), ...spansOf(line)])),
    ],
    buttons: [newIssueButton(words, 'primary')],
  };
}
