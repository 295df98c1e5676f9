import { berlin } from './a-counted-desk.ts';

const about = { it: { team: 'it', service: 'vpn', priority: 'P2' }, hr: { team: 'hr', priority: 'P3' } };
const asked = { askedAt: berlin('03-03 09:00'), day: '2026-03-03' };
/** What people answered in the counted week, most of them anonymously. */
export const countedSurveys = [
  ...[5, 5, 4, 4, 4].map((score) => ({ ...about.it, ...asked, score, answeredAt: berlin('03-03 10:00') })),
  { ...about.it, ...asked, ticket: 'INC-1', assignee: 'ben@example.com', score: 2, answeredAt: berlin('03-04 10:00') },
  { ...about.it, ...asked, ticket: 'INC-2' },
  { ...about.it, ...asked },
  { ...about.hr, ...asked, ticket: 'INC-5', score: 5, answeredAt: berlin('03-05 13:00') },
  { ...about.hr, ...asked, score: 3, answeredAt: berlin('03-05 13:00') },
  { ...about.hr, ...asked, day: '2026-03-01', score: 1 },
];
