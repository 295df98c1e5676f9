import type { Chart } from '../charts/chart.ts';
import type { Figures } from './figures.ts';
import { countByMix, mixColumns, type Part } from './mix.ts';
import { percentOf } from './percentile.ts';
import {
  type Cell,
  type Column,
  numberIn,
  type Report,
  type ReportRequest,
  type ReportTable,
  unitIn,
} from './report.ts';
import type { Count } from './tally.ts';

/** A report that tells which share of some tickets is so, by everything, priority, service and team. */
export interface Rate {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly note: string;
  readonly count: (request: ReportRequest) => Omit<Count, 'by'>;
  /** The columns of the figures: the whole, the part, their percentage, and what else there is. */
  readonly whole: Column;
  readonly part: Column;
  readonly percent: Column;
  readonly more?: readonly (Column & { readonly of: (figures: Figures) => Cell })[];
}

export function rateReport(rate: Rate): Report {
  const { name, title, about, note, whole, part, percent, more = [] } = rate;
  const row = ({ group, value, content }: Part<Figures>) => {
    const [all, some] = [content.count(whole.id), content.count(part.id)];
    const others = Object.fromEntries(more.map(({ id, of }) => [id, of(content)]));
    const cells = { [whole.id]: all, [part.id]: some, [percent.id]: percentOf(some, all) };
    return content.row({ group, value, ...cells, ...others });
  };
  const columns = [
    ...mixColumns,
    whole,
    part,
    percent,
    ...more.map(({ id, title: of, kind }) => ({ id, title: of, kind })),
  ];
  return {
    name,
    title,
    about,
    run: async (source, request) => {
      const parts = await countByMix(source, request, rate.count(request));
      return { name, title, period: request.period, columns, rows: parts.map(row), note };
    },
    chart: (table) => percentChart(table, [percent]),
  };
}

/** Percentages by priority and team; a bar for each column. */
export function percentChart(table: ReportTable, columns: readonly Column[]): Chart {
  const { rows } = table;
  const shown = rows.filter(({ cells }) => cells.group !== 'service');
  return {
    kind: 'bars',
    title: table.title,
    unit: unitIn(table, '%'),
    locale: 'en',
    categories: shown.map(({ cells }) => String(cells.value ?? 'all')),
    series: columns.map(({ id, title: name }) => ({ name, values: shown.map((row) => numberIn(row, id)) })),
  };
}
