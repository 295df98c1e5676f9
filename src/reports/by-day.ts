import type { Chart } from '../charts/chart.ts';
import { Figures } from './figures.ts';
import { dayAfter, daysOf, within } from './period.ts';
import { numberIn, type ReportRequest, type ReportTable, type Row, textIn, unitIn } from './report.ts';
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

/** Days, weeks or months side by side, each made of its priorities. */
export function dayChart(table: ReportTable): Chart {
  const stretches = stretchesOf(table.rows, 'day');
  const sumOf = (rows: readonly Row[], name: string) => rows.reduce((sum, row) => sum + (numberIn(row, name) ?? 0), 0);
  return {
    kind: 'stackedBars',
    title: table.title,
    unit: unitIn(table, 'tickets'),
    locale: 'en',
    categories: [...stretches.keys()],
    series: priorities.map((name) => ({ name, values: [...stretches.values()].map((rows) => sumOf(rows, name)) })),
  };
}

const mostDays = 31;
const mostWeeks = 26;

/** Rows by their day `03-31`, by week from its Monday, or by month `2026-03`: no more than a picture has room for. */
export function stretchesOf(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  const length = rows.length;
  const nameOf = (day: string) => {
    if (length <= mostDays) return day.slice(5);
    return length <= mostWeeks * 7 ? `from ${mondayOf(day).slice(5)}` : day.slice(0, 7);
  };
  const stretches = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameOf(textIn(row, column));
    stretches.set(name, [...(stretches.get(name) ?? []), row]);
  }
  return stretches;
}

function mondayOf(day: string): string {
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}
