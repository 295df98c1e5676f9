import { within } from './period.ts';
import { rateReport } from './rate-report.ts';
import { once, when } from './tally.ts';

/** How often tickets were handed on. */
export const reassigned = rateReport({
  name: 'reassigned',
  title: 'Reassigned tickets',
  about: 'How many tickets were handed from one agent or team to another.',
  note: 'Of the tickets opened in the period. Handed on: assigned to somebody else, taken back, or escalated to another team while somebody had it.',
  count: ({ period }) => ({
    match: { openedDay: within(period) },
    counts: { tickets: once, reassigned: when({ $gt: ['$reassignCount', 0] }), handOvers: '$reassignCount' },
  }),
  whole: { id: 'tickets', title: 'Tickets', kind: 'count' },
  part: { id: 'reassigned', title: 'Reassigned', kind: 'count' },
  percent: { id: 'reassignedPercent', title: 'Reassign rate', kind: 'percent' },
  more: [
    { id: 'handOvers', title: 'Hand-overs', kind: 'count', of: (figures) => figures.count('handOvers') },
    {
      id: 'handOversPerTicket',
      title: 'per ticket',
      kind: 'number',
      of: (figures) => (figures.count('tickets') === 0 ? null : figures.count('handOvers') / figures.count('tickets')),
    },
  ],
});
