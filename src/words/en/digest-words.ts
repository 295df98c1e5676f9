import type { Span, Text } from '../../chat/text.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const tickets = (count: number) => plural(count, `${count} ticket`, `${count} tickets`);

/** Digests for managers and teams. `per` says what an edition looks back on. */
export const digestWords = {
  titles: {
    day: (date: string) => `Daily digest, ${date}`,
    week: (date: string) => `Weekly digest, ${date}`,
    month: (month: string) => `Monthly digest, ${month}`,
  },
  teamTitles: {
    day: (teams: string, date: string) => `Daily digest for ${teams}, ${date}`,
    week: (teams: string, date: string) => `Weekly digest for ${teams}, ${date}`,
    month: (teams: string, month: string) => `Monthly digest for ${teams}, ${month}`,
  },
  period: (from: Span, to: Span): Text => ['From ', from, ' to ', to, '. What is open is as of now.'],
  figures: {
    opened: 'Opened',
    resolved: 'Resolved',
    open: 'Open now',
    overdue: 'Overdue',
    dueToday: 'Due today',
    stuck: 'Stuck',
    satisfaction: 'Satisfaction',
  },
  trends: {
    week: {
      more: (count: number, by: number) => `${count}, ${by} more than the week before`,
      fewer: (count: number, by: number) => `${count}, ${by} fewer than the week before`,
      same: (count: number) => `${count}, as many as the week before`,
    },
    month: {
      more: (count: number, by: number) => `${count}, ${by} more than the month before`,
      fewer: (count: number, by: number) => `${count}, ${by} fewer than the month before`,
      same: (count: number) => `${count}, as many as the month before`,
    },
  },
  score: (mean: string, answers: number) =>
    plural(answers, `${mean} of 5, from ${answers} answer`, `${mean} of 5, from ${answers} answers`),
  scoreBefore: (mean: string, answers: number, before: string) =>
    plural(
      answers,
      `${mean} of 5, from ${answers} answer; ${before} before`,
      `${mean} of 5, from ${answers} answers; ${before} before`,
    ),
  quiet: (from: Span, open: number): Text => [
    'All quiet since ',
    from,
    `: nothing opened, resolved, overdue, due today or stuck; ${tickets(open)} open.`,
  ],
  oneThing: 'The one thing to look at',
  highlights: {
    overdueP1: (key: Span, title: string, since: Span): Text => [
      key,
      ` ${title} is a P1 and has been overdue since `,
      since,
      '.',
    ],
    overdue: (key: Span, title: string, since: Span): Text => [
      key,
      ` ${title} has been overdue the longest, since `,
      since,
      '.',
    ],
    agreement: (level: string, count: number): Text =>
      `${tickets(count)} are past the service level "${level}", more than any other.`,
    unclaimed: (key: Span, title: string, since: Span): Text => [
      key,
      ` ${title} has waited the longest to be claimed, since `,
      since,
      '.',
    ],
    surge: (service: Span, count: number, usual: string): Text => [
      service,
      `: ${tickets(count)} were opened, where ${usual} would be usual.`,
    ],
    satisfaction: (mean: string, before: string, answers: number): Text =>
      `Satisfaction has fallen to ${mean} of 5 (${answers} answers). It was ${before} in the four weeks before.`,
    dueNext: (key: Span, title: string, dueAt: Span): Text => [
      'Nothing is late. Due next: ',
      key,
      ` ${title}, `,
      dueAt,
      '.',
    ],
  },
  definitions:
    'Due today: the target ends before midnight. Stuck: nobody has done anything for 3 days, or it is parked for too long. Confidential tickets are counted, never named.',
  chart: { perDay: 'Opened and resolved per day', perWeek: 'Opened and resolved per week', unit: 'tickets' },
  buttons: { openList: 'Open list', mute: 'Mute for a week', unmute: 'Unmute' },
  mutedUntil: (until: Span): Text => ['Muted: the next one comes after ', until, '.'],
  unmuted: 'You get this digest again.',
  lists: {
    opened: 'Digest: opened',
    resolved: 'Digest: resolved',
    open: 'Digest: open now',
    overdue: 'Digest: overdue now',
    dueToday: 'Digest: due today',
    stuck: 'Digest: stuck',
  },
  listEmpty: 'There is none that you may see.',
  unseen: (count: number) =>
    plural(
      count,
      `${count} confidential ticket is counted and not listed.`,
      `${count} confidential tickets are counted and not listed.`,
    ),
  gone: 'The desk no longer sends this digest, so there is nothing to list.',
};
