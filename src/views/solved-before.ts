import type { RowBlock } from '../chat/card.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import { showButton } from './card-buttons.ts';
import { oneLine } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What was solved before and looks like the same matter, one line each, as long as it may help. */
export function solvedRows(ticket: Pick<Ticket, 'status' | 'similar'>, { words }: ViewContext): readonly RowBlock[] {
  if (!isOpen(ticket)) return [];
  return (ticket.similar ?? []).slice(0, mostRows).map(({ key, what }) => ({
    kind: 'row',
    text: words.help.solvedBefore(key, oneLine(what, longestWhat)),
    button: showButton(key, words),
  }));
}

const mostRows = 3;
/** UTF-16 units. */
const longestWhat = 100;
