import type { Figures } from './figures.ts';
import { countByMix, mixColumns, type Part } from './mix.ts';
import { percentOf } from './percentile.ts';
import { within } from './period.ts';
import { percentChart } from './rate-report.ts';
import type { Column, Report, Row } from './report.ts';

const keptPercent: Column = { id: 'keptPercent', title: 'Kept', kind: 'percent' };
const columns: readonly Column[] = [
  ...mixColumns,
  { id: 'made', title: 'Made', kind: 'count' },
  { id: 'kept', title: 'Kept', kind: 'count' },
  { id: 'missed', title: 'Missed', kind: 'count' },
  keptPercent,
  { id: 'dropped', title: 'Needless', kind: 'count' },
  { id: 'open', title: 'Open', kind: 'count' },
];

/** Whether people heard again when they were told they would. */
export const promises: Report = {
  name: 'promises',
  title: 'Promised updates',
  about: 'How many promised updates were kept.',
  async run(source, request) {
    const parts = await countByMix(source, request, {
      match: { openedDay: within(request.period), 'promises.0': { $exists: true } },
      counts: {
        made: { $size: '$promises' },
        ...Object.fromEntries(['kept', 'missed', 'dropped', 'open'].map((state) => [state, countIn(state)])),
      },
    });
    return {
      name: 'promises',
      title: 'Promised updates',
      period: request.period,
      columns,
      rows: parts.map(rowOf),
      note: 'Promises made on tickets that were opened in the period. Kept: an agent wrote in time. The share is of those kept or missed; one is needless when the ticket ended before.',
    };
  },
  chart: (table) => percentChart(table, [keptPercent]),
};

function countIn(state: string) {
  return { $size: { $filter: { input: '$promises', as: 'promise', cond: { $eq: ['$$promise.state', state] } } } };
}

function rowOf({ group, value, content }: Part<Figures>): Row {
  const [kept, missed] = [content.count('kept'), content.count('missed')];
  const [made, dropped, open] = [content.count('made'), content.count('dropped'), content.count('open')];
  return content.row({ group, value, made, kept, missed, keptPercent: percentOf(kept, kept + missed), dropped, open });
}
