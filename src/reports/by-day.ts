import type { Chart } from '../charts/chart.ts';
import { Figures } from './figures.ts';
import { daysOf, within } from './period.ts';
import { numberIn, type ReportRequest, type ReportTable, type Row, textIn } from './report.ts';
import type { ReportSource } from './report-source.ts';
import { once, tallies } from './tally.ts';

const priorities = ['P1', 'P2', 'P3', 'P4'] as const;

/** The columns of tickets by day and priority. */
export const dayColumns = [
  { id: 'day', title: 'Day', kind: 'date' },
  { id: 'tickets', title: 'Tickets', kind: 'count' },
  ...priorities.map((priority) => ({ id: priority, title: priority, kind: 'count' as const })),
] as const;

/** Tickets by a local day of theirs, a row for each day of the period, also for those without any. */
export async function countByDay(
  source: ReportSource,
  request: ReportRequest,
  field: 'openedDay' | 'resolvedDay',
): Promise<readonly Row[]> {
  const days = new Map(daysOf(request.period).map((day) => [day, new Figures()]));
  const count = {
    match: { [field]: within(request.period) },
    by: { day: `$${field}`, priority: '$priority' },
    counts: { tickets: once },
  };
  for await (const { by, counts, ticket } of tallies(source, request, count)) {
    const figures = days.get(String(by.day));
    figures?.add('tickets', counts.tickets, ticket);
    figures?.add(String(by.priority), counts.tickets, ticket);
  }
  return [...days].map(([day, figures]) => figures.row({ day, ...countsOf(figures) }));
}

function countsOf(figures: Figures): Record<string, number> {
  return Object.fromEntries(['tickets', ...priorities].map((column) => [column, figures.count(column)]));
}

/** The days side by side, each made of its priorities. */
export function dayChart({ title, rows }: ReportTable): Chart {
  return {
    kind: 'stackedBars',
    title,
    unit: 'tickets',
    locale: 'en',
    categories: rows.map((row) => textIn(row, 'day')),
    series: priorities.map((name) => ({ name, values: rows.map((row) => numberIn(row, name)) })),
  };
}
