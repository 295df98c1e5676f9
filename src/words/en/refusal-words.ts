import type { Span, Text } from '../../chat/text.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** A friendly no for each reason: what is true, and what to do instead. */
export const refusalWords = {
  notFound: (key: string): Text => `There is no ticket ${key} that you can see.`,
  forTeamOnly: (key: string, team: string): Text => `${key} is with ${team}, so that is for them to do.`,
  forRequesterOnly: (key: string): Text => `Only the person who needs ${key} can say that.`,
  agentsOnly: 'That is something only agents can do.',
  claimedBy: (key: string, person: Span, ago: string): Text => [person, ` claimed ${key} ${ago}.`],
  aMomentAgo: 'a moment ago',
  wrongState: {
    new: (key: string): Text => `${key} is new: nobody has started on it, so that is not possible yet.`,
    in_progress: (key: string): Text => `${key} is in progress already.`,
    on_hold: (key: string): Text => `${key} is on hold. It has to be resumed first.`,
    resolved: (key: string): Text => `${key} is resolved already. Reopen it if it has to go on.`,
    closed: (key: string): Text => `${key} is closed. Raise a new issue if you need help again.`,
    cancelled: (key: string): Text => `${key} is cancelled. Raise a new issue if you need help again.`,
  },
  reopenTooLate: (key: string, days: number): Text =>
    plural(
      days,
      `${key} was resolved more than a day ago and can no longer be reopened. Please raise a new issue.`,
      `${key} was resolved more than ${days} days ago and can no longer be reopened. Please raise a new issue.`,
    ),
  goesOnIn: (key: string, into: string): Text => `${key} was merged and goes on in ${into}.`,
  sameTicket: (key: string): Text => `${key} cannot be tied to itself. Choose another ticket.`,
  sameTeam: (key: string, team: string): Text => `${key} is with ${team} already. Choose another team.`,
  notAnAgent: (person: Span): Text => [person, ' is not an agent, so no ticket can be given to them.'],
  answeredBefore: (key: string): Text => `${key}: this has been answered already.`,
  changedMeanwhile: (key: string): Text => `${key} is changing a lot right now. Look at it again, then try once more.`,
};
