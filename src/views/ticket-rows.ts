import type { RowBlock } from '../chat/card.ts';
import { bold } from '../chat/text.ts';
import type { TicketLine } from '../tickets/ticket-store.ts';
import { age } from '../words/durations.ts';
import { showButton } from './card-buttons.ts';
import { oneLine } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** One line of a list: key, title, state, priority, age, and the way to the whole ticket. */
export function ticketRow(line: TicketLine, { words, locale, now }: ViewContext): RowBlock {
  const facts = [words.ticket.states[line.status], line.priority, age(now.getTime() - line.openedAt.getTime(), locale)];
  return {
    kind: 'row',
    text: [
      ...(line.confidential ? ['🔒 '] : []),
      bold(line.key),
      ' ',
      oneLine(line.title, 120),
      ` · ${facts.join(' · ')}`,
    ],
    button: showButton(line.key, words),
  };
}
