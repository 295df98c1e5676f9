import type { Button, Card } from '../chat/card.ts';
import { type DigestFigure, digestFigures } from '../reports/digest-content.ts';
import type { Edition } from '../reports/digest-edition.ts';
import type { DigestPage } from '../reports/digest-store.ts';
import { quiet } from './ticket-facts.ts';
import { ticketList } from './ticket-list.ts';
import type { ViewContext } from './view-context.ts';

export interface DigestListFacts {
  readonly edition: Edition;
  readonly figure: DigestFigure;
}

/** The tickets behind one figure of a digest, with the way to the other figures. */
export function digestList(page: DigestPage, { edition, figure }: DigestListFacts, context: ViewContext): Card {
  const { digests, buttons } = context.words;
  const list = ticketList(page, { id: figure, title: digests.lists[figure], empty: digests.listEmpty }, context);
  const turn = (label: string, to: number): Button => open(label, edition, figure, to);
  const isMore = (page.page + 1) * page.pageSize < page.total;
  return {
    ...list,
    blocks: [...list.blocks, ...(page.unseen > 0 ? [quiet(digests.unseen(page.unseen))] : [])],
    buttons: [
      ...(page.page > 0 ? [turn(buttons.previous, page.page - 1)] : []),
      ...(isMore ? [turn(buttons.next, page.page + 1)] : []),
    ],
    more: digestFigures
      .filter((other) => other !== figure)
      .map((other) => open(digests.figures[other], edition, other, 0)),
  };
}

/** What *Open list* is about. Without a figure the first that has any tickets is shown. */
export function listValue({ digest, label }: Edition, figure: DigestFigure | undefined, page: number): string {
  return `${digest.id} ${label} ${figure ?? 'first'} ${page}`;
}

function open(label: string, edition: Edition, figure: DigestFigure, page: number): Button {
  return { label, action: 'digest.list', value: listValue(edition, figure, page) };
}
