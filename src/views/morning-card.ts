import type { Card, RowBlock } from '../chat/card.ts';
import { bold, spansOf } from '../chat/text.ts';
import type { NoticeEffect } from '../tickets/effects.ts';
import { priorities, type Ticket } from '../tickets/ticket.ts';
import { showButton } from './card-buttons.ts';
import { noticeText } from './notice-card.ts';
import { oneLine, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** A notice of the quiet hours with its ticket as it is now. */
export interface HeldLine {
  readonly ticket: Ticket;
  readonly effect: NoticeEffect;
}

/** So many fit into one message on every platform. */
const longestList = 20;

/** What quiet hours have held back, in one message: the most urgent first. */
export function morningCard(lines: readonly HeldLine[], mark: string, context: ViewContext): Card {
  const { notices } = context.words;
  const inOrder = lines.toSorted(
    (one, other) => priorities.indexOf(one.ticket.priority) - priorities.indexOf(other.ticket.priority),
  );
  const shown = inOrder.slice(0, longestList);
  const rest = inOrder.length - shown.length;
  return {
    title: notices.morning(lines.length),
    blocks: [...shown.map((line) => row(line, context)), ...(rest > 0 ? [quiet(notices.morningMore(rest))] : [])],
    summary: notices.morning(lines.length),
    mark: { id: mark },
  };
}

function row({ ticket, effect }: HeldLine, context: ViewContext): RowBlock {
  const { key, title, priority } = ticket;
  return {
    kind: 'row',
    text: [bold(priority), ` · ${oneLine(title, 100)} · `, ...spansOf(noticeText(ticket, effect, context))],
    button: showButton(key, context.words),
  };
}
