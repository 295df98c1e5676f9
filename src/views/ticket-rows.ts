import type { RowBlock } from '../chat/card.ts';
import { bold, spansOf } from '../chat/text.ts';
import type { TicketLine } from '../tickets/ticket-store.ts';
import { age } from '../words/durations.ts';
import { showButton } from './card-buttons.ts';
import { dueInList } from './due-text.ts';
import { oneLine } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** One line of a list: key, title, state, priority, age, when it is due, and the way to the whole ticket. */
export function ticketRow(line: TicketLine, context: ViewContext): RowBlock {
  const { words, locale, now } = context;
  const due = dueInList(line, context);
  const facts = [words.ticket.states[line.status], line.priority, age(now.getTime() - line.openedAt.getTime(), locale)];
  return {
    kind: 'row',
    text: [
      ...(line.confidential ? ['🔒 '] : []),
      bold(line.key),
      ' ',
      oneLine(line.title, 120),
      ` · ${facts.join(' · ')}`,
      ...(due ? [' · ', ...spansOf(due)] : []),
    ],
    button: showButton(line.key, words),
  };
}
