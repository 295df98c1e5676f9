import type { Span, Text } from '../../chat/text.ts';

/** A ticket's history, one line for each move. */
export const historyWords = {
  open: (by: Span): Text => [by, ' raised it'],
  claim: (by: Span): Text => [by, ' claimed it'],
  assign: (by: Span, to: Span): Text => [by, ' assigned it to ', to],
  takeBack: (by: Span): Text => [by, ' took it back, unassigned'],
  hold: (by: Span, reason: string): Text => [by, ` put it on hold: ${reason}`],
  resume: (by: Span): Text => [by, ' resumed it'],
  escalateTeam: (by: Span, team: string): Text => [by, ` escalated it to ${team}`],
  escalateUp: (by: Span, level: number): Text => [by, ` escalated it to level ${level}`],
  resolve: (by: Span, code: string): Text => [by, ` resolved it: ${code}`],
  reopen: (by: Span): Text => [by, ' reopened it'],
  close: (by: Span): Text => [by, ' closed it'],
  cancel: (by: Span): Text => [by, ' cancelled it'],
  prioritise: (by: Span, from: string, to: string): Text => [by, ` changed the priority from ${from} to ${to}`],
  reweigh: (by: Span): Text => [by, ' changed impact or urgency'],
  edit: (by: Span): Text => [by, ' edited title, kind or service'],
  redescribe: (by: Span): Text => [by, ' edited the description'],
  deleteSource: (by: Span): Text => [by, ' deleted the message it came from'],
  watch: (by: Span): Text => [by, ' watches it'],
  unwatch: (by: Span): Text => [by, ' no longer watches it'],
  link: (by: Span): Text => [by, ' linked it'],
  merge: (by: Span, into: string): Text => [by, ` merged it into ${into}`],
  absorb: (by: Span): Text => [by, ' merged another ticket into it'],
  reply: (by: Span): Text => [by, ' answered'],
  hear: (by: Span): Text => [by, ' wrote'],
};
