import type { Chart } from '../charts/chart.ts';
import { cut } from '../chat/plain-text.ts';
import { GistReader } from '../outages/gist.ts';
import { matterOf } from '../outages/matter.ts';
import { byKey, Figures } from './figures.ts';
import { byName } from './mix.ts';
import { percentOf } from './percentile.ts';
import { dayAfter, lengthOf, within } from './period.ts';
import { type Column, numberIn, type Report, type ReportTable, type Row, textIn, unitIn } from './report.ts';
import type { ReportSource, Stage } from './report-source.ts';

const columns: readonly Column[] = [
  { id: 'title', title: 'Title', kind: 'text' },
  { id: 'service', title: 'Service', kind: 'text' },
  { id: 'tickets', title: 'Tickets', kind: 'count' },
  { id: 'requesters', title: 'People', kind: 'count' },
  { id: 'trendPercent', title: 'Trend', kind: 'signedPercent' },
  { id: 'firstDay', title: 'First', kind: 'date' },
  { id: 'lastDay', title: 'Last', kind: 'date' },
  { id: 'keys', title: 'Tickets, newest first', kind: 'text' },
];
const mostRows = 50;
const mostKeys = 10;

/** What keeps coming back. */
export const recurring: Report = {
  name: 'recurring',
  title: 'Recurring titles',
  about: 'What came more than once, in the same or in other words: what a known error or an article could spare.',
  async run(source, { period, withTickets }) {
    const groups = new Map<string, Recurrence>();
    const gists = new GistReader([]);
    const half = dayAfter(period.since, Math.ceil(lengthOf(period) / 2));
    const open = { openedDay: within(period) };
    for await (const ticket of source.tickets<Titled>([{ $match: { ...open, confidential: false } }, titled])) {
      const id = JSON.stringify([matterOf(ticket.title, gists), ticket.service ?? null]);
      const group = groups.get(id) ?? new Recurrence(ticket.service ?? null, half);
      groups.set(id, group);
      group.add(ticket, withTickets);
    }
    const unnamed = await countOf(source, { ...open, confidential: true });
    const also =
      unnamed === 0 ? '' : ` ${unnamed} confidential ${unnamed === 1 ? 'ticket is' : 'tickets are'} left out.`;
    return {
      name: 'recurring',
      title: 'Recurring titles',
      period,
      columns,
      rows: rowsOf([...groups.values()]),
      note: `Tickets opened in the period whose titles say the same, of one service; the ${mostRows} most frequent. The trend is the second half of the period against the first.${also}`,
    };
  },
  chart: recurringChart,
};

interface Titled {
  readonly _id: string;
  readonly title: string;
  readonly service?: string;
  readonly requester: string;
  readonly openedDay: string;
}
const titled = { $project: { title: 1, service: 1, requester: 1, openedDay: 1 } };

class Recurrence {
  readonly service: string | null;
  readonly #figures = new Figures();
  readonly #titles = new Map<string, number>();
  readonly #requesters = new Set<string>();
  readonly #keys: (readonly [day: string, key: string])[] = [];
  readonly #half: string;

  /** @param half the first day of the period's second half */
  constructor(service: string | null, half: string) {
    this.service = service;
    this.#half = half;
  }

  get tickets(): number {
    return this.#figures.count('tickets');
  }

  /** As most of them write it. */
  get title(): string {
    const [most] = [...this.#titles].sort(([a, of], [b, than]) => than - of || byName(a, b));
    return most?.[0] ?? '';
  }

  add({ _id, title, requester, openedDay }: Titled, isListed: boolean): void {
    this.#figures.add('tickets', 1, isListed ? { key: _id } : undefined);
    this.#titles.set(title, (this.#titles.get(title) ?? 0) + 1);
    this.#requesters.add(requester);
    this.#keys.push([openedDay, _id]);
  }

  row(): Row {
    const { title, service, tickets } = this;
    const newest = this.#keys.toSorted(([a, one], [b, other]) => (a < b ? 1 : a > b ? -1 : byKey(other, one)));
    const later = newest.filter(([day]) => day >= this.#half).length;
    const cells = {
      ...{ title, service, tickets, requesters: this.#requesters.size },
      trendPercent: percentOf(2 * later - tickets, tickets - later),
      firstDay: newest.at(-1)?.[0] ?? null,
      lastDay: newest[0]?.[0] ?? null,
      keys: newest
        .slice(0, mostKeys)
        .map(([, key]) => key)
        .join(', '),
    };
    return this.#figures.row(cells);
  }
}

function rowsOf(groups: readonly Recurrence[]): Row[] {
  return groups
    .filter(({ tickets }) => tickets > 1)
    .sort((a, b) => b.tickets - a.tickets || byName(a.title, b.title) || byName(a.service, b.service))
    .slice(0, mostRows)
    .map((group) => group.row());
}

async function countOf(source: ReportSource, match: Stage): Promise<number> {
  for await (const { count } of source.tickets<{ count: number }>([{ $match: match }, { $count: 'count' }]))
    return count;
  return 0;
}

function recurringChart(table: ReportTable): Chart {
  const { rows } = table;
  const top = rows.slice(0, 10);
  return {
    kind: 'bars',
    title: table.title,
    unit: unitIn(table, 'tickets'),
    locale: 'en',
    categories: top.map((row) => cut(textIn(row, 'title'), 40)),
    series: [{ name: 'Tickets', values: top.map((row) => numberIn(row, 'tickets')) }],
  };
}
