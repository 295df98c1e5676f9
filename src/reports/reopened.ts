import { within } from './period.ts';
import { rateReport } from './rate-report.ts';
import { once, when } from './tally.ts';

/** How often a solution was none. */
export const reopened = rateReport({
  name: 'reopened',
  title: 'Reopened tickets',
  about: 'How many resolved tickets were reopened.',
  note: 'Of the tickets opened in the period, those that were resolved at least once. A ticket that was reopened twice is one ticket and two reopenings.',
  count: ({ period }) => ({
    match: { openedDay: within(period), $or: [{ reopenCount: { $gt: 0 } }, { resolvedDay: { $exists: true } }] },
    counts: { resolved: once, reopened: when({ $gt: ['$reopenCount', 0] }), reopenings: '$reopenCount' },
  }),
  whole: { id: 'resolved', title: 'Resolved', kind: 'count' },
  part: { id: 'reopened', title: 'Reopened', kind: 'count' },
  percent: { id: 'reopenedPercent', title: 'Reopen rate', kind: 'percent' },
  more: [{ id: 'reopenings', title: 'Reopenings', kind: 'count', of: (figures) => figures.count('reopenings') }],
});
