import type { Chart } from '../charts/chart.ts';
import { Figures } from './figures.ts';
import { byName } from './mix.ts';
import { percentOf } from './percentile.ts';
import { dayAfter, lengthOf, within } from './period.ts';
import {
  type Column,
  numberIn,
  type Report,
  type ReportRequest,
  type ReportTable,
  type Row,
  textIn,
  unitIn,
} from './report.ts';
import { once, orNull, tallies } from './tally.ts';

const columns: readonly Column[] = [
  { id: 'service', title: 'Service', kind: 'text' },
  { id: 'tickets', title: 'Tickets', kind: 'count' },
  { id: 'sharePercent', title: 'Share', kind: 'percent' },
  { id: 'ticketsBefore', title: 'Before', kind: 'count' },
  { id: 'changePercent', title: 'Change', kind: 'signedPercent' },
];

/** What people need help with most. */
export const services: Report = {
  name: 'services',
  title: 'Top services',
  about: 'Services by how many tickets were opened, beside the period of the same length before.',
  async run(source, request) {
    const found = new Map<string | null, Figures>();
    for await (const { by, counts, ticket } of tallies(source, request, countOf(request))) {
      const service = typeof by.service === 'string' ? by.service : null;
      const figures = found.get(service) ?? new Figures();
      found.set(service, figures);
      figures.add(by.isNow === true ? 'tickets' : 'ticketsBefore', counts.tickets, ticket);
    }
    return {
      name: 'services',
      title: 'Top services',
      period: request.period,
      columns,
      rows: rowsOf(found),
      note: `Tickets opened in the period; before: in the ${lengthOf(request.period)} days before it. The service is the one a ticket has now.`,
    };
  },
  chart: servicesChart,
};

function countOf({ period }: ReportRequest) {
  const before = dayAfter(period.since, -lengthOf(period));
  return {
    match: { openedDay: within({ since: before, until: period.until }) },
    by: { service: orNull('$service'), isNow: { $gte: ['$openedDay', period.since] } },
    counts: { tickets: once },
  };
}

function rowsOf(found: ReadonlyMap<string | null, Figures>): Row[] {
  const all = [...found.values()].reduce((sum, figures) => sum + figures.count('tickets'), 0);
  return [...found]
    .sort(([a, of], [b, than]) => than.count('tickets') - of.count('tickets') || byName(a, b))
    .map(([service, figures]) => {
      const [tickets, ticketsBefore] = [figures.count('tickets'), figures.count('ticketsBefore')];
      const changePercent = percentOf(tickets - ticketsBefore, ticketsBefore);
      return figures.row({ service, tickets, sharePercent: percentOf(tickets, all), ticketsBefore, changePercent });
    });
}

function servicesChart(table: ReportTable): Chart {
  const { rows } = table;
  const top = rows.slice(0, 15);
  return {
    kind: 'bars',
    title: table.title,
    unit: unitIn(table, 'tickets'),
    locale: 'en',
    categories: top.map((row) => textIn(row, 'service')),
    series: [
      { name: 'This period', values: top.map((row) => numberIn(row, 'tickets')) },
      { name: 'The one before', values: top.map((row) => numberIn(row, 'ticketsBefore')) },
    ],
  };
}
