import type { Span, Text } from '../../chat/text.ts';

const plural = new Intl.PluralRules('en');

/** A friendly no for each reason: what is true, and what to do instead. */
export const refusalWords = {
  notFound: (key: string): Text => `There is no ticket ${key} that you can see.`,
  forTeamOnly: (key: string, team: string): Text => `${key} is with ${team}. Only they can do that.`,
  forRequesterOnly: (key: string): Text => `Only the person who needs ${key} can say that.`,
  agentsOnly: 'That is something only agents can do.',
  claimedBy: (key: string, person: Span, ago: string): Text => [person, ` claimed ${key} ${ago}.`],
  aMomentAgo: 'a moment ago',
  wrongState: {
    new: (key: string): Text => `${key} is new, so that does not fit. Look at its card for what does.`,
    in_progress: (key: string): Text => `${key} is in progress, so that does not fit. Look at its card for what does.`,
    on_hold: (key: string): Text => `${key} is on hold. Resume it first.`,
    resolved: (key: string): Text => `${key} is resolved already. Reopen it first.`,
    closed: (key: string): Text => `${key} is closed. Raise a new issue if it is needed again.`,
    cancelled: (key: string): Text => `${key} is cancelled. Raise a new issue if it is needed again.`,
  },
  reopenTooLate: (key: string, days: number): Text =>
    plural.select(days) === 'one'
      ? `${key} was resolved more than a day ago and can no longer be reopened. Please raise a new issue.`
      : `${key} was resolved more than ${days} days ago and can no longer be reopened. Please raise a new issue.`,
  goesOnIn: (key: string, into: string): Text => `${key} was merged and goes on in ${into}.`,
  sameTicket: (key: string): Text => `${key} cannot be tied to itself. Choose another ticket.`,
  sameTeam: (key: string, team: string): Text => `${key} is with ${team} already. Choose another team.`,
  notAnAgent: (person: Span): Text => [person, ' is not an agent, so no ticket can be given to them.'],
  changedMeanwhile: (key: string): Text => `${key} is changing a lot right now. Look at it again, then try once more.`,
};
