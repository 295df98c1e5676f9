import type { SlaStanding } from '../tickets/ticket.ts';
import { within } from './period.ts';
import type { Report } from './report.ts';
import { mixFields, type TimedTicket, timeChart, timeColumns, timesByMix } from './times-by-mix.ts';

interface Answered extends Omit<TimedTicket, 'isDone' | 'elapsedMs' | 'workingMs'> {
  readonly status: string;
  readonly openedAt: Date;
  readonly respondedAt?: Date;
  readonly resolvedAt?: Date;
  readonly sla?: { readonly respond?: Pick<SlaStanding, 'state' | 'elapsedMs'> };
}

const fields = { ...mixFields, status: 1, openedAt: 1, respondedAt: 1, resolvedAt: 1 };
const clock = { 'sla.respond.state': 1, 'sla.respond.elapsedMs': 1 };

/** How long people waited for the first words of an agent. */
export const responseTimes: Report = {
  name: 'response-times',
  title: 'Time to the first response',
  about: 'Median, 90th percentile and mean time to the first response, by priority, service and team.',
  async run(source, request) {
    const { period } = request;
    const tickets = source.tickets<Answered>([
      { $match: { openedDay: within(period), status: { $ne: 'cancelled' } } },
      { $project: { ...fields, ...clock } },
    ]);
    return {
      name: 'response-times',
      title: 'Time to the first response',
      period,
      columns: timeColumns,
      rows: await timesByMix(timed(tickets), request),
      note: 'Tickets opened in the period, cancelled ones apart: until the first public words of an agent, or the solution when it came first. Working time is that of the service level.',
    };
  },
  chart: timeChart,
};

async function* timed(tickets: AsyncIterable<Answered>): AsyncIterable<TimedTicket> {
  for await (const ticket of tickets) {
    const answeredAt = ticket.respondedAt ?? ticket.resolvedAt;
    const respond = ticket.sla?.respond;
    yield {
      ...ticket,
      isDone: answeredAt !== undefined,
      ...(answeredAt ? { elapsedMs: answeredAt.getTime() - ticket.openedAt.getTime() } : {}),
      ...(respond?.state === 'met' || respond?.state === 'missed' ? { workingMs: respond.elapsedMs } : {}),
    };
  }
}
