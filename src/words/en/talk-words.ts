import type { Span, Text } from '../../chat/text.ts';
import { code } from '../code.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** What the desk answers in conversation. */
export const talkWords = {
  greeting: 'Hello. Tell me what is the matter, and I pass it on to the right team.',
  thanks: 'You are welcome. If something else is the matter, just tell me.',
  smallTalk: 'I am better at issues than at small talk. Tell me what is the matter, and the right team gets it.',
  empty: 'Tell me in a few words what is the matter, and the right team gets it.',
  noneOpen: 'You have no open issues. If something is the matter, just tell me.',
  open: (count: number) => plural(count, 'You have one open issue.', `You have ${count} open issues.`),
  help: {
    title: (desk: string): Text => `${desk}: how it works`,
    raise: 'Tell me here what is the matter, or mention me in a channel. You do not have to fill in a form.',
    reaction: (emoji: string) => `React with ${emoji} to somebody's message, and it is raised in their name.`,
    thread: 'Everything about an issue stays in its thread. What you write there reaches the team.',
    commandsHeading: 'Commands',
    commands: (desk: string): readonly Text[] => [
      [code(desk), ' and your words: raises an issue'],
      [code(`${desk} mine`), ': your issues'],
      [code(`${desk} find`), ' and some words: finds issues'],
      [code(`${desk} show INC-42`), ': one issue, whole'],
      [code(`${desk} ask`), ' and a question: what our articles say'],
      [code(`${desk} articles`), ': the articles that you look after'],
      [code(`${desk} why INC-42`), ': why it is due when it is'],
      [code(`${desk} secret`), ': hands over a password or key, by a link that opens once'],
      [code(`${desk} away until friday`), ': you are away, and get no tickets by themselves (for agents)'],
      [code(`${desk} back`), ': you are there again'],
      [code(`${desk} help`), ': this page'],
    ],
  },
  raised: (team: string): Text => `Raised. ${team} has it now.`,
  raisedFor: (person: Span, team: string): Text => ['Raised for ', person, `. ${team} has it now.`],
  raisedBefore: 'This has been raised before.',
  forYouAlone: (person: Span, desk: string): Text => [
    person,
    `: this is for you alone, and I cannot write to you. Add the app ${desk}, then ask me again.`,
  ],
  addedTo: (key: string, title: string): Text => `Added to ${key}: ${title}`,
  openThread: 'Open the thread',
  inDirectMessage: (desk: string): Text => `We talk about it in your direct message with ${desk}.`,
  onlyTeamSees: (key: string): Text => `${key}: only the team sees this.`,
  sent: (key: string, person: Span): Text => [`${key}: sent to `, person, '.'],
  brokenAgain: (key: string): Text => `${key} is resolved. Is it broken again?`,
  bug: 'Something went wrong on our side. Please try once more.',
  bugReference: (reference: string): Text => `If it happens again, give your admin this reference: ${reference}`,
  deliveryTrouble: 'The desk cannot deliver something and needs an admin.',
};

/** What a person is told when their action is done. */
export const doneWords = {
  claimed: (key: string) => `${key} is yours.`,
  assignedTo: (key: string, person: Span): Text => [`${key} is now with `, person, '.'],
  assignedToTeam: (key: string, team: string) => `${key} is now with ${team}.`,
  takenBack: (key: string) => `${key} is free to be claimed again.`,
  replied: (key: string, person: Span): Text => [`${key}: your reply goes to `, person, '.'],
  noted: (key: string) => `${key}: your note is saved. Only the team sees it.`,
  held: (key: string) => `${key} is on hold.`,
  resumed: (key: string) => `${key} is in progress again.`,
  escalatedUp: (key: string, level: number) => `${key} is escalated to level ${level}.`,
  resolved: (key: string) => `${key} is resolved.`,
  reopened: (key: string) => `${key} is open again.`,
  closed: (key: string) => `Good to hear. ${key} is closed.`,
  stillBroken: (key: string) => `Thank you for telling us. ${key} is open again.`,
  prioritised: (key: string, priority: string) => `${key} is now ${priority}.`,
  cancelled: (key: string) => `${key} is cancelled.`,
  edited: (key: string) => `${key} is changed.`,
  watching: (key: string) => `You are watching ${key}.`,
  notWatching: (key: string) => `You are no longer watching ${key}.`,
  linked: (key: string, other: string) => `${key} is linked to ${other}.`,
  merged: (key: string, into: string) => `${key} goes on in ${into}.`,
  split: (key: string, part: string) => `${part} is split off from ${key}.`,
};

/** What stands beside a field that needs another look. */
export const problemWords = {
  required: 'Please fill this in.',
  personOrTeam: 'Choose a person or a team.',
  noSuchTicket: 'There is no such ticket that you can see. Keys look like INC-42.',
  badDate: 'Write the date as 2026-05-31 14:00.',
  pastDate: 'That is in the past. Choose a later time.',
  dateNeeded: 'When does it go on? Write the date as 2026-05-31 14:00.',
  overrideReason: 'Say why the priority differs from what impact and urgency give.',
};
