import { countByDay, dayChart, dayColumns } from './by-day.ts';
import type { Report } from './report.ts';

/** How many tickets were solved, day by day. */
export const resolved: Report = {
  name: 'resolved',
  title: 'Tickets resolved',
  about: 'Tickets resolved, day by day and by priority.',
  run: async (source, request) => ({
    name: 'resolved',
    title: 'Tickets resolved',
    period: request.period,
    columns: dayColumns,
    rows: await countByDay(source, request, 'resolvedDay'),
    note: 'A ticket counts on the day of its last resolution; one that was reopened since and is open does not, nor do cancelled ones.',
  }),
  chart: dayChart,
};
