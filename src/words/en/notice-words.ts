import type { Span, Text } from '../../chat/text.ts';

/** What somebody is told when something happened to a ticket. */
export const noticeWords = {
  resolved: (key: string, by: Span): Text => [by, ` has resolved ${key}. Does it work for you?`],
  reopened: (key: string, by: Span): Text => [by, ` has reopened ${key}.`],
  reopenedFor: (key: string, by: Span, assignee: Span): Text => [
    by,
    ` has reopened ${key}. `,
    assignee,
    ', please have another look.',
  ],
  cancelled: (key: string, by: Span): Text => [by, ` has cancelled ${key}.`],
  cancelledHint: 'If you still need it, raise a new issue.',
  needsYou: (key: string, by: Span): Text => [by, ` needs something from you for ${key}.`],
  needsYouHint: 'Answer in this thread and we carry on.',
  assigned: (key: string, by: Span): Text => [by, ` has assigned ${key} to you.`],
  escalatedUp: (key: string, by: Span, level: number): Text => [
    by,
    ` has escalated ${key} to level ${level} and asks for your help.`,
  ],
  requesterCancelled: (key: string, by: Span): Text => [by, ` no longer needs ${key} and has cancelled it.`],
  requesterCancelledFor: (key: string, by: Span, assignee: Span): Text => [
    by,
    ` no longer needs ${key} and has cancelled it. `,
    assignee,
    ', you can stop.',
  ],
  watchedResolved: (key: string, by: Span): Text => [by, ` has resolved ${key}, which you watch.`],
  watchedCancelled: (key: string, by: Span): Text => [by, ` has cancelled ${key}, which you watch.`],
  reminder: (key: string, target: string, percent: number, dueAt: Span): Text => [
    `${key}: ${percent} % of the time to ${target} has passed. It is due `,
    dueAt,
    '.',
  ],
  targetPassed: (key: string, target: string, dueAt: Span): Text => [
    `${key} is overdue: the time to ${target} ended `,
    dueAt,
    '.',
  ],
  atLevel: (level: number): Text => `It has been escalated to level ${level}.`,
  agreedWith: (partner: string): Text => `This is what ${partner} agreed to.`,
  unclaimed: (key: string, since: Span): Text => [`${key} has been waiting to be claimed since `, since, '.'],
  stale: (key: string, since: Span): Text => [`Nothing has happened on ${key} since `, since, '.'],
  parked: (key: string, reason: string, since: Span): Text => [`${key} has been on hold since `, since, `: ${reason}.`],
  awake: (key: string): Text => `${key} is no longer on hold: its time has come.`,
  askedAgain: (key: string): Text => `We are still waiting for your answer on ${key}.`,
  askedAgainHint:
    'Answer in this thread and we carry on. Without an answer we will resolve it; you can reopen it then.',
  morning: (count: number): string =>
    count === 1 ? 'One reminder from the quiet hours' : `${count} reminders from the quiet hours`,
  morningMore: (count: number): string => `… and ${count} more.`,
  noAnswer: 'We did not hear from you, so we take it as solved. Reopen it if it is not.',
  promiseSoon: (key: string, to: Span, dueAt: Span): Text => [
    'You promised ',
    to,
    ` an update on ${key} by `,
    dueAt,
    '.',
  ],
  promiseMissed: (key: string, to: Span, dueAt: Span): Text => [
    'The update on ',
    `${key} that `,
    to,
    ' was promised by ',
    dueAt,
    ' has not come.',
  ],
  snoozeOver: (key: string): Text => `${key} is back from its snooze.`,
  survey: (key: string): Text => `How did it go with ${key}?`,
  takenPrivately: (key: string): Text =>
    `${key} is confidential. We talk about it in your direct message with me, where only you and the team can read it.`,
};
