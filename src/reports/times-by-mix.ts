import type { Chart } from '../charts/chart.ts';
import { Figures, type ListedTicket } from './figures.ts';
import { ByMix, dimensions, type Mix, mixColumns } from './mix.ts';
import { spreadOf } from './percentile.ts';
import { type Column, numberIn, type ReportRequest, type ReportTable, type Row, unitIn } from './report.ts';

/** How long something took for one ticket. */
export interface TimedTicket extends Mix {
  readonly _id: string;
  readonly confidential: boolean;
  /** Whether it is done: only then it has times. */
  readonly isDone: boolean;
  /** Between two instants, nights and weekends included. */
  readonly elapsedMs?: number;
  /** Of the calendar of its service level; absent where it had none. */
  readonly workingMs?: number;
}

/** Median, 90th percentile and mean of the elapsed time and of the working time. */
export const timeColumns: readonly Column[] = [
  ...mixColumns,
  { id: 'tickets', title: 'Tickets', kind: 'count' },
  { id: 'notYet', title: 'Not yet', kind: 'count' },
  { id: 'elapsedMedianMs', title: 'Median', kind: 'duration' },
  { id: 'elapsedP90Ms', title: '90 %', kind: 'duration' },
  { id: 'elapsedMeanMs', title: 'Mean', kind: 'duration' },
  { id: 'workingTickets', title: 'With a level', kind: 'count' },
  { id: 'workingMedianMs', title: 'Working median', kind: 'workingTime' },
  { id: 'workingP90Ms', title: '90 %', kind: 'workingTime' },
  { id: 'workingMeanMs', title: 'Mean', kind: 'workingTime' },
];

interface Times {
  readonly elapsed: number[];
  readonly working: number[];
  readonly figures: Figures;
}

/** Rows of {@link timeColumns}: all, by priority, service and team. */
export async function timesByMix(tickets: AsyncIterable<TimedTicket>, request: ReportRequest): Promise<Row[]> {
  const byMix = new ByMix<Times>(() => ({ elapsed: [], working: [], figures: new Figures() }));
  for await (const ticket of tickets) {
    const listed = request.withTickets ? { key: ticket._id, confidential: ticket.confidential } : undefined;
    for (const times of byMix.of(ticket)) note(times, ticket, listed);
  }
  return byMix.parts().map(({ group, value, content: { elapsed, working, figures } }) =>
    figures.row({
      group,
      value,
      tickets: figures.count('tickets'),
      notYet: figures.count('notYet'),
      ...spreadCells('elapsed', elapsed),
      workingTickets: figures.count('workingTickets'),
      ...spreadCells('working', working),
    }),
  );
}

function note({ elapsed, working, figures }: Times, ticket: TimedTicket, listed: ListedTicket | undefined): void {
  const { isDone, elapsedMs, workingMs } = ticket;
  figures.add(isDone ? 'tickets' : 'notYet', 1, listed);
  if (!isDone) return;
  // Another machine's clock may have been ahead: nothing takes less than no time.
  if (elapsedMs !== undefined) elapsed.push(Math.max(0, elapsedMs));
  if (workingMs === undefined) return;
  working.push(workingMs);
  figures.add('workingTickets', 1, listed);
}

function spreadCells(time: string, values: readonly number[]): Record<string, number | null> {
  const { median, p90, mean } = spreadOf(values);
  return { [`${time}MedianMs`]: median, [`${time}P90Ms`]: p90, [`${time}MeanMs`]: mean };
}

const hourMs = 3_600_000;

/** Median and 90th percentile in hours, by priority and team. */
export function timeChart(table: ReportTable): Chart {
  const { rows } = table;
  const shown = rows.filter(({ cells }) => cells.group !== 'service');
  const hours = (column: string) => shown.map((row) => inHours(numberIn(row, column)));
  return {
    kind: 'bars',
    title: table.title,
    unit: unitIn(table, 'hours'),
    locale: 'en',
    categories: shown.map(({ cells }) => String(cells.value ?? 'all')),
    series: [
      { name: 'Median', values: hours('elapsedMedianMs') },
      { name: '90th percentile', values: hours('elapsedP90Ms') },
    ],
  };
}

function inHours(ms: number | null): number | null {
  return ms === null ? null : ms / hourMs;
}

/** What a pipeline keeps of a ticket so that it can be told by its mix. */
export const mixFields = { ...Object.fromEntries(dimensions.map((dimension) => [dimension, 1])), confidential: 1 };
