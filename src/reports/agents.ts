import type { SlaStanding } from '../tickets/ticket.ts';
import { type Comparison, compareWithin, fewestOthers, fewestTickets, type Work } from './expected-times.ts';
import { Figures } from './figures.ts';
import { byName } from './mix.ts';
import { within } from './period.ts';
import type { Column, Report, ReportRequest, Row } from './report.ts';
import type { ReportSource } from './report-source.ts';

const columns: readonly Column[] = [
  { id: 'agent', title: 'Agent', kind: 'text' },
  { id: 'tickets', title: 'Resolved', kind: 'count' },
  { id: 'compared', title: 'Compared', kind: 'count' },
  { id: 'actualMs', title: 'Typical time', kind: 'workingTime' },
  { id: 'expectedMs', title: 'Expected', kind: 'workingTime' },
  { id: 'differencePercent', title: 'Difference', kind: 'signedPercent' },
  { id: 'lowPercent', title: 'from', kind: 'signedPercent' },
  { id: 'highPercent', title: 'to', kind: 'signedPercent' },
  { id: 'reading', title: 'Reads as', kind: 'text' },
];

/**
 * An agent's figures, for themselves and their lead. By the alphabet, beside what the same work takes the others, and never a
 * ranking; there is no picture of it, for people side by side would be read as one.
 */
export const agents: Report = {
  name: 'agents',
  title: 'Resolution times, expected and actual',
  about: 'How long each agent’s tickets took beside what the same mix takes the others; for the agent and their lead.',
  async run(source, request) {
    const [works, listed] = await worksOf(source, request);
    const comparisons = compareWithin(works);
    const names = request.agent === undefined ? [...comparisons.keys()].sort(byName) : [request.agent];
    return {
      name: 'agents',
      title: 'Resolution times, expected and actual',
      period: request.period,
      columns,
      rows: names.map((agent) => rowOf(agent, comparisons.get(agent) ?? noWork, listed.get(agent) ?? new Figures())),
      note: `For the agent and their lead; no ranking. Expected: what tickets of the same priority and service took the others; a mix with fewer than ${fewestOthers} of theirs is not compared, and fewer than ${fewestTickets} tickets tell nothing. The difference is right within its interval in 95 of 100 cases; only one that lies all on one side of 0 means anything.`,
    };
  },
};

const noWork: Comparison = { tickets: 0, compared: 0 };

interface Resolved {
  readonly _id: string;
  readonly confidential: boolean;
  readonly assignee: string;
  readonly priority: string;
  readonly service?: string;
  readonly openedAt: Date;
  readonly resolvedAt: Date;
  readonly sla?: { readonly resolve?: Pick<SlaStanding, 'state' | 'elapsedMs'> };
}

const fields = {
  ...{ confidential: 1, assignee: 1, priority: 1, service: 1, openedAt: 1, resolvedAt: 1 },
  ...{ 'sla.resolve.state': 1, 'sla.resolve.elapsedMs': 1 },
};

async function worksOf(
  source: ReportSource,
  { period, withTickets }: ReportRequest,
): Promise<readonly [Work[], ReadonlyMap<string, Figures>]> {
  const works: Work[] = [];
  const listed = new Map<string, Figures>();
  const match = { resolvedDay: within(period), assignee: { $exists: true } };
  for await (const ticket of source.tickets<Resolved>([{ $match: match }, { $project: fields }])) {
    works.push(workOf(ticket));
    if (!withTickets) continue;
    const figures = listed.get(ticket.assignee) ?? new Figures();
    listed.set(ticket.assignee, figures);
    figures.add('tickets', 1, { key: ticket._id, confidential: ticket.confidential });
  }
  return [works, listed];
}

/** Working time, without the pauses of its holds, where a service level counts it; never mixed with the other. */
function workOf({ assignee, priority, service, openedAt, resolvedAt, sla }: Resolved): Work {
  const resolve = sla?.resolve;
  const isWorking = resolve?.state === 'met' || resolve?.state === 'missed';
  const ms = isWorking ? resolve.elapsedMs : resolvedAt.getTime() - openedAt.getTime();
  return { agent: assignee, mix: JSON.stringify([priority, service ?? null, isWorking]), ms };
}

function rowOf(agent: string, { tickets, compared, found }: Comparison, figures: Figures): Row {
  return figures.row({
    ...{ agent, tickets, compared, actualMs: found?.actualMs ?? null, expectedMs: found?.expectedMs ?? null },
    differencePercent: found ? differenceOf(found.ratio) : null,
    lowPercent: found ? differenceOf(found.low) : null,
    highPercent: found ? differenceOf(found.high) : null,
    reading: readingOf(found),
  });
}

function differenceOf(ratio: number): number {
  return (ratio - 1) * 100;
}

function readingOf(found: Comparison['found']): string {
  if (!found) return 'too few';
  if (found.high < 1) return 'shorter than expected';
  return found.low > 1 ? 'longer than expected' : 'as expected';
}
