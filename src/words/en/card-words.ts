import type { Span, Text } from '../../chat/text.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** What stands on the two cards of a ticket and on what shows it whole. */
export const cardWords = {
  /** What happens next, for the requester. */
  next: {
    new: (team: string): Text => `${team} has it. Someone will take it on, and this card will say who.`,
    inProgress: (person: Span): Text => [person, ' is working on it.'],
    inProgressByTeam: (team: string): Text => `${team} is working on it.`,
    heldForYou: 'It is waiting for you. Answer in this thread and we carry on.',
    heldForVendor: 'It is waiting for a supplier. We go on as soon as they have answered.',
    heldForNamedVendor: (vendor: string): Text =>
      `It is waiting for ${vendor}. We go on as soon as they have answered.`,
    heldForChange: 'It is waiting for a planned change. We go on once that is done.',
    heldForLater: 'It is planned for later.',
    heldUntil: (date: Span): Text => ['It is planned for ', date, '.'],
    resolved: (person: Span): Text => [person, ' has resolved it. Does it work for you?'],
    closed: 'It is done and closed. If it comes back, write here and we look at it again.',
    withdrawn: 'It was cancelled by you. Nothing more will happen.',
    cancelled: (person: Span): Text => [person, ' has cancelled it.'],
    mergedInto: (key: string): Text => `It goes on in ${key}. Answers still arrive here.`,
  },
  reachesTeam: 'What you write in this thread reaches the team, files included.',
  /** Where there are no threads. */
  inChat: {
    heldForYou: 'It is waiting for you. Answer here and we carry on.',
    reachesTeam: 'Reply to this message and your words reach the team, files included.',
  },
  raisedOnYourBehalf: (person: Span): Text => ['Raised by ', person, ' on your behalf.'],
  confidential: 'Confidential: only you and the team that works on it can see this.',
  confidentialForAgents: 'Confidential: only the requester, watchers and the team can see this.',
  nobodyYet: 'nobody yet',
  requesterRaisedBy: (requester: Span, raisedBy: Span): Text => [requester, ', raised by ', raisedBy],
  teamAtLevel: (team: string, level: number) => `${team}, level ${level}`,
  priorityByHand: (priority: string, reason: string): Text => [priority, ', set by hand: ', reason],
  watchers: (count: number) => plural(count, `${count} person`, `${count} people`),
  openMessage: 'Open the message',
  wholeInThread: 'Cut here. The whole text is in the thread.',
  cutHere: 'Cut here.',
  sourceDeleted: 'The author has deleted the message.',
  files: (names: string): Text => ['Files: ', names],
  onHold: (reason: string): Text => `On hold: ${reason}.`,
  onHoldUntil: (reason: string, date: Span): Text => [`On hold: ${reason}, until `, date, '.'],
  resolvedBy: (person: Span, code: string): Text => ['Resolved by ', person, `: ${code}.`],
  cancelled: 'Cancelled.',
  cancelledBecause: 'Cancelled, because:',
  goesOnIn: (key: string): Text => `It goes on in ${key}.`,
  movedTo: (key: string, team: string): Text => `${key} has moved to ${team}.`,
  handledElsewhere: (key: string): Text => `${key} is handled elsewhere.`,
  conversation: 'Conversation',
  history: 'History',
  noConversation: 'Nobody has written anything yet.',
  summaryConfidential: (key: string) => `${key}: news on a confidential ticket`,
};

/** What stands with words that were carried over from another thread. */
export const remarkWords = {
  internal: 'internal note',
  edited: 'edited',
  deleted: 'The author has deleted this message.',
  wholeText: 'the whole text',
  forYou: (assignee: Span): Text => ['for ', assignee],
};
