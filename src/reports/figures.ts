import type { Behind, Cell, Row } from './report.ts';

/** A ticket as far as a list behind a figure may tell it. */
export interface ListedTicket {
  /** Absent when nobody may know: an anonymous answer. */
  readonly key?: string;
  readonly confidential?: boolean;
}

/** The figures of one row as they grow, with the tickets behind each. */
export class Figures {
  readonly #counts = new Map<string, number>();
  readonly #behind = new Map<string, { keys: string[]; unnamed: number }>();

  /** Counts something once more, or so often; with its ticket where tickets are to be listed. */
  add(figure: string, count = 1, ticket?: ListedTicket): void {
    this.#counts.set(figure, this.count(figure) + count);
    if (!ticket || count === 0) return;
    const behind = this.#behind.get(figure) ?? { keys: [], unnamed: 0 };
    if (ticket.key === undefined || ticket.confidential) behind.unnamed += 1;
    else behind.keys.push(ticket.key);
    this.#behind.set(figure, behind);
  }

  addAll(counts: Readonly<Record<string, number>>, ticket?: ListedTicket): void {
    for (const [figure, count] of Object.entries(counts)) this.add(figure, count, ticket);
  }

  count(figure: string): number {
    return this.#counts.get(figure) ?? 0;
  }

  /** A row of the table, with the lists of those figures that it shows: what is hidden is not listed either. */
  row(cells: Readonly<Record<string, Cell>>): Row {
    const shown = [...this.#behind].filter(([figure]) => typeof cells[figure] === 'number');
    if (shown.length === 0) return { cells };
    return { cells, behind: Object.fromEntries(shown.map(([figure, behind]) => [figure, inOrder(behind)])) };
  }
}

function inOrder({ keys, unnamed }: Behind): Behind {
  return { keys: keys.toSorted(byKey), unnamed };
}

const numbered = new Intl.Collator('en', { numeric: true });

/** INC-9 before INC-10. */
export function byKey(a: string, b: string): number {
  return numbered.compare(a, b);
}
