import type { Button, Card } from '../chat/card.ts';
import type { TicketPage } from '../tickets/ticket-store.ts';
import type { Words } from '../words/words.ts';
import { quiet } from './ticket-facts.ts';
import { ticketRow } from './ticket-rows.ts';
import type { ViewContext } from './view-context.ts';

export interface ListFacts {
  /** By this the list is found again when one turns a page; at most 130 characters. */
  readonly id: string;
  readonly title: string;
  /** What is said when there is nothing in it. */
  readonly empty: string;
  /** What the list holds, where its title does not say all of it. */
  readonly hint?: string;
}

/** Lists that everybody knows by these ids. */
export const listIds = { mine: 'mine', assigned: 'assigned', unclaimed: 'unclaimed', dueSoon: 'dueSoon' } as const;

/** How far the list of what is due soon looks ahead. */
export const dueSoonHours = 4;

/** One page of a list, with the way to the next and the previous one. */
export function ticketList(page: TicketPage, list: ListFacts, context: ViewContext): Card {
  const { words } = context;
  const isEmpty = page.lines.length === 0;
  const nothing = page.total === 0 ? list.empty : words.lists.pageGone;
  return {
    title: list.title,
    blocks: isEmpty
      ? [quiet(nothing)]
      : [
          ...(list.hint ? [quiet(list.hint)] : []),
          ...page.lines.map((line) => ticketRow(line, context)),
          quiet(rangeOf(page, words)),
        ],
    buttons: pageButtons(page, list.id, words),
    summary: list.title,
  };
}

/** Opens one page of a list; pages count from 0. */
export function listButton(label: string, listId: string, page: number): Button {
  return { label, action: 'ticket.list', value: `${listId}:${page}` };
}

function rangeOf({ lines, total, page, pageSize }: TicketPage, words: Words): string {
  const before = page * pageSize;
  return words.lists.range(before + 1, before + lines.length, total);
}

function pageButtons({ total, page, pageSize }: TicketPage, id: string, { buttons }: Words): readonly Button[] {
  return [
    ...(page > 0 ? [listButton(buttons.previous, id, page - 1)] : []),
    ...((page + 1) * pageSize < total ? [listButton(buttons.next, id, page + 1)] : []),
  ];
}
