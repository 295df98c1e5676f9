import type { Chart } from '../charts/chart.ts';
import { type Status, statuses } from '../tickets/ticket.ts';
import { Figures } from './figures.ts';
import { spreadOf } from './percentile.ts';
import { within } from './period.ts';
import { type Column, numberIn, type Report, type ReportTable, type Row, unitIn } from './report.ts';
import type { Stage } from './report-source.ts';

const columns: readonly Column[] = [
  { id: 'from', title: 'From', kind: 'text' },
  { id: 'to', title: 'To', kind: 'text' },
  { id: 'moves', title: 'Moves', kind: 'count' },
  { id: 'tickets', title: 'Tickets', kind: 'count' },
  { id: 'medianStayMs', title: 'Median stay', kind: 'duration' },
  { id: 'p90StayMs', title: '90 %', kind: 'duration' },
  { id: 'meanStayMs', title: 'Mean', kind: 'duration' },
];

/** How tickets went from state to state, and where they lay. */
export const flow: Report = {
  name: 'flow',
  title: 'Flow between states',
  about: 'How tickets moved from state to state, and how long they stayed before.',
  async run(source, { period, withTickets }) {
    const paths = new Map<string, Path>();
    for await (const story of source.tickets<Story>([{ $match: { openedDay: within(period) } }, stories]))
      follow(story, paths, withTickets);
    return {
      name: 'flow',
      title: 'Flow between states',
      period,
      columns,
      rows: [...paths.values()].sort(inOrder).map(rowOf),
      note: 'Every move of the tickets opened in the period, until now. Stay: how long they had been in the state they left.',
    };
  },
  chart: flowChart,
};

interface Story {
  readonly _id: string;
  readonly confidential: boolean;
  readonly openedAt: Date;
  readonly history: readonly {
    readonly at: Date;
    readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  }[];
}

/** Only the entries that changed the state, without anybody's words. */
const stories: Stage = {
  $project: {
    confidential: 1,
    openedAt: 1,
    history: {
      $map: {
        input: { $filter: { input: '$history', as: 'entry', cond: { $in: ['status', '$$entry.changes.field'] } } },
        as: 'entry',
        in: { at: '$$entry.at', changes: '$$entry.changes' },
      },
    },
  },
};

interface Path {
  readonly from: Status;
  readonly to: Status;
  readonly stays: number[];
  readonly figures: Figures;
}

function follow({ _id, confidential, openedAt, history }: Story, paths: Map<string, Path>, isListed: boolean): void {
  const seen = new Set<Path>();
  let since = openedAt.getTime();
  for (const { at, changes } of history) {
    const change = changes.find(({ field }) => field === 'status');
    const path = change && pathOf(change, paths);
    // Opening is a change from nothing: the first stay begins with it.
    if (path) {
      path.stays.push(Math.max(0, at.getTime() - since));
      path.figures.add('moves');
      if (!seen.has(path)) path.figures.add('tickets', 1, isListed ? { key: _id, confidential } : undefined);
      seen.add(path);
    }
    since = Math.max(since, at.getTime());
  }
}

function pathOf(change: { readonly from: unknown; readonly to: unknown }, paths: Map<string, Path>): Path | undefined {
  const from = statuses.find((status) => status === change.from);
  const to = statuses.find((status) => status === change.to);
  if (!from || !to) return undefined;
  const known = paths.get(`${from} ${to}`);
  if (known) return known;
  const path = { from, to, stays: [], figures: new Figures() };
  paths.set(`${from} ${to}`, path);
  return path;
}

function inOrder(a: Path, b: Path): number {
  return statuses.indexOf(a.from) - statuses.indexOf(b.from) || statuses.indexOf(a.to) - statuses.indexOf(b.to);
}

function rowOf({ from, to, stays, figures }: Path): Row {
  const { median, p90, mean } = spreadOf(stays);
  const counts = { moves: figures.count('moves'), tickets: figures.count('tickets') };
  return figures.row({ from, to, ...counts, medianStayMs: median, p90StayMs: p90, meanStayMs: mean });
}

function flowChart(table: ReportTable): Chart {
  const { rows } = table;
  return {
    kind: 'bars',
    title: table.title,
    unit: unitIn(table, 'moves'),
    locale: 'en',
    categories: rows.map(({ cells }) => `${cells.from} → ${cells.to}`.replaceAll('_', ' ')),
    series: [{ name: 'Moves', values: rows.map((row) => numberIn(row, 'moves')) }],
  };
}
