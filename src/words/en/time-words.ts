import { type Span, spansOf, type Text } from '../../chat/text.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** When something is due, and why its clock shows what it shows. */
export const timeWords = {
  labels: { due: 'Due', paused: 'Paused', verdict: 'Service level' },
  states: { inTime: 'in time', dueSoon: 'due soon', overdue: 'overdue' },
  /** For those who work on it. */
  due: {
    respond: (date: Span, state: string): Text => ['respond by ', date, ` · ${state}`],
    update: (date: Span, state: string): Text => ['update by ', date, ` · ${state}`],
    resolve: (date: Span, state: string): Text => ['resolve by ', date, ` · ${state}`],
  },
  paused: (left: string, reason: string): Text => `resolve, ${left} left · ${reason}`,
  pausedLate: (since: Span, reason: string): Text => ['resolve, overdue since ', since, ` · ${reason}`],
  verdicts: {
    respond: { met: 'respond: met', missed: 'respond: missed' },
    update: { met: 'update: met', missed: 'update: missed' },
    resolve: { met: 'resolve: met', missed: 'resolve: missed' },
  },
  /** For the requester. */
  promised: {
    respond: (date: Span, state: string): Text => ['first answer by ', date, ` · ${state}`],
    update: (date: Span, state: string): Text => ['next news by ', date, ` · ${state}`],
    resolve: (date: Span, state: string): Text => ['solved by ', date, ` · ${state}`],
  },
  promisePaused: (left: string, reason: string): Text => `${left} left to solve it · ${reason}`,
  promisePausedLate: (since: Span, reason: string): Text => ['overdue since ', since, ` · ${reason}`],
  waitingForYou: 'waiting for you',
  waitingForVendor: (vendor: string) => `waiting for ${vendor}`,
  /** In lists. */
  dueAt: (date: Span): Text => ['due ', date],
  overdueSince: (date: Span): Text => ['overdue since ', date],
};

/** Why a clock shows what it shows. */
export const explanationWords = {
  none: (key: string): Text => `${key} has no service level, so nothing is promised by a certain time.`,
  targets: { respond: 'First answer', update: 'Updates', resolve: 'Solution' },
  agreed: (target: string, partner: string) => `${target}, as agreed with ${partner}`,
  agreedTowards: (target: string, team: string, other: string) => `${target}, as ${team} agreed with ${other}`,
  /** What a policy looks at. */
  fits: {
    kind: (kind: string) => `kind ${kind}`,
    priority: (priority: string) => `priority ${priority}`,
    service: (service: string) => `service ${service}`,
    team: (team: string) => `team ${team}`,
    group: (group: string) => `group ${group}`,
  },
  promise: {
    respond: (time: string, hours: string, fits: string): Text =>
      `Answer within ${time} of “${hours}” time, because of ${fits}.`,
    update: (time: string, hours: string, fits: string): Text =>
      `Give news within ${time} of “${hours}” time each time, because of ${fits}.`,
    resolve: (time: string, hours: string, fits: string): Text =>
      `Resolve within ${time} of “${hours}” time, because of ${fits}.`,
  },
  promiseToAll: {
    respond: (time: string, hours: string): Text => `Answer within ${time} of “${hours}” time, as for every ticket.`,
    update: (time: string, hours: string): Text =>
      `Give news within ${time} of “${hours}” time each time, as for every ticket.`,
    resolve: (time: string, hours: string): Text => `Resolve within ${time} of “${hours}” time, as for every ticket.`,
  },
  inTime: (used: string, left: string, due: Span): Text => [`In time: ${used} used, ${left} left, due `, due, '.'],
  dueSoon: (used: string, left: string, due: Span): Text => [`Due soon: ${used} used, ${left} left, due `, due, '.'],
  neverDue: (used: string, left: string): Text =>
    `In time: ${used} used, ${left} left. The calendar is never open for so long.`,
  paused: (used: string, left: string): Text => `Paused: ${used} used, ${left} left when it goes on.`,
  overdue: (since: Span, used: string, over: string): Text => [
    'Overdue since ',
    since,
    `: ${used} used, ${over} more than promised.`,
  ],
  met: (used: string): Text => `Met: it took ${used}.`,
  missed: (due: Span, used: string, over: string): Text => [
    'Missed: it was due ',
    due,
    ` and took ${used}, ${over} more than promised.`,
  ],
  updatesMet: 'Met: all news came in time.',
  updatesMissed: (count: number): Text =>
    plural(count, 'Missed: once news came late.', `Missed: ${count} times news came late.`),
  lateBefore: (count: number): Text =>
    plural(count, 'Before that, news came late once.', `Before that, news came late ${count} times.`),
  cancelled: 'No verdict: the ticket was cancelled.',
  pausedInAll: (time: string): Text => `Paused in all: ${time}.`,
  /** What somebody did that moved a clock. */
  acts: {
    assign: (by: Span): Text => [by, ' assigned it'],
    hold: (by: Span): Text => [by, ' put it on hold'],
    escalateTeam: (by: Span): Text => [by, ' escalated it to another team'],
    resolve: (by: Span): Text => [by, ' resolved it'],
    prioritise: (by: Span): Text => [by, ' changed the priority'],
    merge: (by: Span): Text => [by, ' merged it into another ticket'],
    other: (by: Span): Text => [by, ' changed it'],
  },
  started: (what: Text): Text => [...spansOf(what), '. The time began.'],
  resumed: (what: Text): Text => [...spansOf(what), '. The time went on.'],
  startedAnew: (what: Text): Text => [...spansOf(what), '. The time began anew.'],
  stopped: (what: Text): Text => [...spansOf(what), '. The time stopped.'],
  retargeted: (what: Text, from: string, to: string): Text => [...spansOf(what), `: ${from} became ${to}`],
  levelChanged: (what: Text, from: string, to: string): Text => [
    ...spansOf(what),
    `: service level “${to}” came in place of “${from}”`,
  ],
  breached: 'The target was passed.',
  counted: (from: Span, to: Span, time: string): Text => [from, ' to ', to, ` · ${time} counted`],
  counting: (from: Span, time: string): Text => ['Since ', from, ` · ${time} counted so far`],
  during: (from: Span, to: Span, what: Text): Text => [from, ' to ', to, ' · ', ...spansOf(what)],
  since: (from: Span, what: Text): Text => ['Since ', from, ' · ', ...spansOf(what)],
  pausedFor: {
    requester: (time: string, person: Span): Text => [`Paused ${time} while waiting for `, person],
    you: (time: string): Text => `Paused ${time} while waiting for you`,
    vendor: (time: string, vendor: string): Text => `Paused ${time} while waiting for ${vendor}`,
    someVendor: (time: string): Text => `Paused ${time} while waiting for a supplier`,
    change: (time: string): Text => `Paused ${time} while waiting for a planned change`,
    scheduled: (time: string): Text => `Paused ${time} while it was scheduled for later`,
  },
  pausedBy: (what: Text, by: Span): Text => [...spansOf(what), ', by ', by],
  soFar: (time: string) => `${time} so far`,
  earlier: (count: number): Text => `… and ${count} earlier`,
  moreAgreements: (count: number): Text => plural(count, '… and one more agreement', `… and ${count} more agreements`),
};
