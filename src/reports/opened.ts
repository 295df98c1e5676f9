import { countByDay, dayChart, dayColumns } from './by-day.ts';
import type { Report } from './report.ts';

/** How many tickets came in, day by day. */
export const opened: Report = {
  name: 'opened',
  title: 'Tickets opened',
  about: 'Tickets opened, day by day and by priority.',
  run: async (source, request) => ({
    name: 'opened',
    title: 'Tickets opened',
    period: request.period,
    columns: dayColumns,
    rows: await countByDay(source, request, 'openedDay'),
    note: 'Every ticket counts on the day it was opened, with the priority it has now; cancelled and merged ones too.',
  }),
  chart: dayChart,
};
