import type { Chart } from '../charts/chart.ts';
import { instantIn } from '../sla/instant-in.ts';
import { openStatuses } from '../tickets/ticket.ts';
import { type Age, AgedFigures, bandOf, bands } from './backlog-ages.ts';
import { stretchesOf } from './by-day.ts';
import { Figures } from './figures.ts';
import { ByMix, type Mix, mixColumns } from './mix.ts';
import { dayAfter, daysOf } from './period.ts';
import {
  type Column,
  numberIn,
  type Report,
  type ReportRequest,
  type ReportTable,
  type Row,
  unitIn,
} from './report.ts';
import type { ReportSource } from './report-source.ts';
import { mixFields } from './times-by-mix.ts';

const columns: readonly Column[] = [
  ...mixColumns,
  { id: 'tickets', title: 'Open', kind: 'count' },
  { id: 'medianAgeMs', title: 'Median age', kind: 'duration' },
  { id: 'p90AgeMs', title: '90 %', kind: 'duration' },
  { id: 'meanAgeMs', title: 'Mean', kind: 'duration' },
  { id: 'oldestDay', title: 'Oldest', kind: 'date' },
];

/** What was left to do, and how long it has been lying about. */
export const backlog: Report = {
  name: 'backlog',
  title: 'Backlog',
  about: 'Open tickets at the end of the period and their age, and how many there were each day.',
  run: async (source, request) => ({
    name: 'backlog',
    title: 'Backlog',
    period: request.period,
    columns,
    rows: await rowsOf(source, request),
    note: 'What was open at the end of the last day (now, when it is not over), with the priority, service and team it has now. A reopened ticket counts as open throughout.',
  }),
  chart: backlogChart,
};

interface Lived extends Mix {
  readonly _id: string;
  readonly confidential: boolean;
  readonly openedAt: Date;
  readonly openedDay: string;
  readonly resolvedDay?: string;
  readonly closedDay?: string;
}

/** Those that were open at the end of some day of the period; three questions, each on an index of its own. */
async function* openIn(source: ReportSource, { since, until }: ReportRequest['period']): AsyncIterable<Lived> {
  const openedDay = { $lte: until };
  const endings = [
    { status: { $in: openStatuses } },
    { resolvedDay: { $gt: since } },
    { closedDay: { $gt: since }, status: 'cancelled' },
  ];
  const fields = { ...mixFields, openedAt: 1, openedDay: 1, resolvedDay: 1, closedDay: 1 };
  for (const ending of endings)
    yield* source.tickets<Lived>([{ $match: { ...ending, openedDay } }, { $project: fields }]);
}

async function rowsOf(source: ReportSource, request: ReportRequest): Promise<Row[]> {
  const { period, withTickets } = request;
  const asOf = endOf(request).getTime();
  const days = new Map(daysOf(period).map((day) => [day, new Figures()]));
  const byAge = new Map<string, AgedFigures>(bands.map((band) => [band, new AgedFigures()]));
  const byMix = new ByMix(() => new AgedFigures());
  for await (const ticket of openIn(source, period)) {
    const listed = withTickets ? { key: ticket._id, confidential: ticket.confidential } : undefined;
    const endDay = ticket.resolvedDay ?? ticket.closedDay ?? '9999';
    for (const [day, figures] of days) if (ticket.openedDay <= day && day < endDay) figures.add('tickets', 1, listed);
    if (endDay <= period.until) continue;
    const age: Age = { ms: Math.max(0, asOf - ticket.openedAt.getTime()), openedDay: ticket.openedDay, listed };
    byAge.get(bandOf(age.ms))?.add(age);
    for (const part of byMix.of(ticket)) part.add(age);
  }
  return [
    ...byMix.parts().flatMap((part) => (part.group === 'all' ? [part.content.row('all', null)] : [])),
    ...[...byAge].map(([band, figures]) => figures.row('age', band)),
    ...byMix.parts().flatMap((part) => (part.group === 'all' ? [] : [part.content.row(part.group, part.value)])),
    ...[...days].map(([day, figures]) => dayRow(day, figures)),
  ];
}

function dayRow(day: string, figures: Figures): Row {
  const noAge = { medianAgeMs: null, p90AgeMs: null, meanAgeMs: null, oldestDay: null };
  return figures.row({ group: 'day', value: day, tickets: figures.count('tickets'), ...noAge });
}

function endOf({ period, timeZone, now }: ReportRequest): Date {
  const midnight = instantIn(timeZone, `${dayAfter(period.until, 1)} 00:00`);
  return midnight && midnight < now ? midnight : now;
}

function backlogChart(table: ReportTable): Chart {
  const days = table.rows.filter(({ cells }) => cells.group === 'day');
  const stretches = stretchesOf(days, 'value');
  const lastOf = (rows: readonly Row[]) => rows.slice(-1).map((row) => numberIn(row, 'tickets'))[0] ?? null;
  return {
    kind: 'lines',
    title: table.title,
    unit: unitIn(table, 'open tickets'),
    locale: 'en',
    categories: [...stretches.keys()],
    series: [{ name: 'Open at its end', values: [...stretches.values()].map(lastOf) }],
  };
}
