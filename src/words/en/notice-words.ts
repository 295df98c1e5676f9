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
  takenPrivately: (key: string): Text =>
    `${key} is confidential. We talk about it in your direct message with me, where only you and the team can read it.`,
};
