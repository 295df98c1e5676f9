import type { SlaStanding } from '../tickets/ticket.ts';
import { within } from './period.ts';
import type { Report } from './report.ts';
import { mixFields, type TimedTicket, timeChart, timeColumns, timesByMix } from './times-by-mix.ts';

interface Resolved extends Omit<TimedTicket, 'isDone' | 'elapsedMs' | 'workingMs'> {
  readonly openedAt: Date;
  readonly resolvedAt?: Date;
  readonly sla?: { readonly resolve?: Pick<SlaStanding, 'state' | 'elapsedMs'> };
}

const fields = { ...mixFields, openedAt: 1, resolvedAt: 1, 'sla.resolve.state': 1, 'sla.resolve.elapsedMs': 1 };

/** How long solutions took. */
export const resolutionTimes: Report = {
  name: 'resolution-times',
  title: 'Time to the resolution',
  about: 'Median, 90th percentile and mean time to the resolution, by priority, service and team.',
  async run(source, request) {
    const { period } = request;
    const tickets = source.tickets<Resolved>([{ $match: { resolvedDay: within(period) } }, { $project: fields }]);
    return {
      name: 'resolution-times',
      title: 'Time to the resolution',
      period,
      columns: timeColumns.filter(({ id }) => id !== 'notYet'),
      rows: await timesByMix(timed(tickets), request),
      note: 'Tickets resolved in the period, from the opening to the last resolution. Working time is that of the service level, without the pauses of its holds.',
    };
  },
  chart: timeChart,
};

async function* timed(tickets: AsyncIterable<Resolved>): AsyncIterable<TimedTicket> {
  for await (const ticket of tickets) {
    const { openedAt, resolvedAt } = ticket;
    const resolve = ticket.sla?.resolve;
    yield {
      ...ticket,
      isDone: true,
      ...(resolvedAt ? { elapsedMs: resolvedAt.getTime() - openedAt.getTime() } : {}),
      ...(resolve?.state === 'met' || resolve?.state === 'missed' ? { workingMs: resolve.elapsedMs } : {}),
    };
  }
}
