import { within } from './period.ts';
import { rateReport } from './rate-report.ts';
import { once, when } from './tally.ts';

/** What an agent does to a ticket; words of the requester and what the desk does by itself are none of it. */
const work = ['claim', 'hold', 'resume', 'resolve', 'reply'];

const entries = (cond: unknown) => ({ $filter: { input: '$history', as: 'entry', cond } });

const workers = {
  $map: {
    input: entries({ $and: [{ $in: ['$$entry.move', work] }, { $ne: ['$$entry.by', 'desk'] }] }),
    as: 'entry',
    in: '$$entry.by',
  },
};

/** Everybody who worked on it or has it. */
const agents = { $setDifference: [{ $setUnion: [workers, ['$assignee']] }, [null]] };

const escalations = entries({ $in: ['$$entry.move', ['escalateTeam', 'escalateUp']] });

const waitsForRequester = entries({
  $and: [{ $eq: ['$$entry.move', 'hold'] }, { $in: ['requester', '$$entry.changes.to.reason'] }],
});

const isFirstContact = {
  $and: [
    { $eq: ['$reopenCount', 0] },
    { $eq: ['$reassignCount', 0] },
    { $eq: [{ $size: agents }, 1] },
    { $eq: [{ $size: escalations }, 0] },
    { $eq: [{ $size: waitsForRequester }, 0] },
  ],
};

/** How often the first agent who touched a ticket solved it. */
export const firstContact = rateReport({
  name: 'first-contact',
  title: 'First-contact resolution',
  about: 'How many tickets were resolved by the first agent who touched them, without asking back.',
  note: 'Of the tickets resolved in the period by people, not by articles: one agent alone, never reassigned, escalated, reopened, or on hold for the requester.',
  count: ({ period }) => ({
    match: { resolvedDay: within(period), 'answer.state': { $ne: 'solved' } },
    counts: { resolved: once, firstContact: when(isFirstContact) },
  }),
  whole: { id: 'resolved', title: 'Resolved', kind: 'count' },
  part: { id: 'firstContact', title: 'At first contact', kind: 'count' },
  percent: { id: 'firstContactPercent', title: 'Rate', kind: 'percent' },
});
