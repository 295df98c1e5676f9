import type { Chart } from '../charts/chart.ts';
import { Figures } from './figures.ts';
import { LocalHours, weekdays } from './local-hours.ts';
import { within } from './period.ts';
import { type Column, numberIn, type Report, type ReportTable, type Row, textIn, unitIn } from './report.ts';
import { once, tallies } from './tally.ts';

const columns: readonly Column[] = [
  { id: 'hour', title: 'Hour', kind: 'text' },
  ...weekdays.map((day): Column => ({ id: day, title: `${day[0]?.toUpperCase()}${day.slice(1)}`, kind: 'count' })),
  { id: 'tickets', title: 'Tickets', kind: 'count' },
];

const quarterMs = 15 * 60_000;
const openedMs = { $toLong: '$openedAt' };
/** The instant cut to a quarter of an hour in UTC: every zone's hours begin at one, and no database has to know zones. */
const quarter = { $subtract: [openedMs, { $mod: [openedMs, quarterMs] }] };

/** When people ask, so that shifts can follow. */
export const load: Report = {
  name: 'load',
  title: 'Load by hour and weekday',
  about: 'When tickets are opened: by hour and weekday of the desk.',
  async run(source, request) {
    const { period, timeZone } = request;
    const zone = new LocalHours(timeZone);
    const hours = Array.from({ length: 24 }, () => new Figures());
    const count = { match: { openedDay: within(period) }, by: { quarter }, counts: { tickets: once } };
    for await (const { by, counts, ticket } of tallies(source, request, count)) {
      const { hour, weekday } = zone.at(Number(by.quarter));
      hours[hour]?.add(weekday, counts.tickets, ticket);
      hours[hour]?.add('tickets', counts.tickets, ticket);
    }
    return {
      name: 'load',
      title: 'Load by hour and weekday',
      period,
      columns,
      rows: hours.map((figures, hour) => figures.row({ hour: label(hour), ...countsOf(figures) })),
      note: `Tickets opened in the period, by the clock of ${timeZone}. An hour that the clocks show twice counts as one.`,
    };
  },
  chart: loadChart,
};

function label(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function countsOf(figures: Figures): Record<string, number> {
  return Object.fromEntries([...weekdays, 'tickets'].map((column) => [column, figures.count(column)]));
}

const partsOfWeek = [
  { name: 'Monday to Friday', days: weekdays.slice(0, 5) },
  { name: 'Saturday and Sunday', days: weekdays.slice(5) },
] as const;

function loadChart(table: ReportTable): Chart {
  const { rows } = table;
  const sumOf = (row: Row, days: readonly string[]) => days.reduce((sum, day) => sum + (numberIn(row, day) ?? 0), 0);
  return {
    kind: 'stackedBars',
    title: table.title,
    unit: unitIn(table, 'tickets'),
    locale: 'en',
    categories: rows.map((row) => textIn(row, 'hour')),
    series: partsOfWeek.map(({ name, days }) => ({ name, values: rows.map((row) => sumOf(row, days)) })),
  };
}
