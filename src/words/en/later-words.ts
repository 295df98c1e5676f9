import type { Span, Text } from '../../chat/text.ts';

/** Promised updates and snoozes. Form titles have at most 24 characters. */
export const laterWords = {
  promiseButton: 'Promise an update',
  snoozeButton: 'Snooze',
  promiseForm: {
    title: 'Promise an update',
    submit: 'Promise',
    by: 'By when?',
    byHint: '15:00, or 2026-05-31 14:00. You are reminded before.',
  },
  replyBy: 'Next update by',
  replyByHint: 'If you promise one: 15:00, or 2026-05-31 14:00. You are reminded before.',
  badTime: 'Write the time as 15:00, or with its date as 2026-05-31 14:00.',
  offer: (to: Span, key: string, by: Span): Text => [
    'You told ',
    to,
    ` that they hear from you on ${key} by `,
    by,
    '. Shall I remind you?',
  ],
  offerYes: 'Yes, remind me',
  promised: (to: Span, key: string, by: Span): Text => [
    to,
    ` hears from you on ${key} by `,
    by,
    '. I will remind you.',
  ],
  onCard: (by: Span, due: Span): Text => [by, ' promised an update by ', due, '.'],
  onRequesterCard: (due: Span): Text => ['You will hear from us by ', due, '.'],
  snoozeForm: {
    title: 'Snooze reminders',
    submit: 'Snooze',
    until: 'Until when?',
    untilHint: 'A target that is passed is told all the same.',
    choices: { hour: 'In an hour', hours: 'In four hours', tomorrow: 'Tomorrow at nine', monday: 'Monday at nine' },
  },
  snoozed: (key: string, until: Span): Text => [`No reminders for ${key} until `, until, '.'],
};
