import type { Span, Text } from '../../chat/text.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinal = (count: number) => `${count}${endings[ordinals.select(count)] ?? 'th'}`;

/** When many are one: who else has it, whether it is an outage, and what became of it. */
export const outageWords = {
  meToo: 'Me too',
  somethingElse: 'Something else',
  declare: 'Declare',
  dismiss: 'Dismiss',

  /** Over *Me too*, by what may be named. The key is the reader's own ticket. */
  offered: {
    outage: (key: string, title: string, since: Span): Text => [
      `${key} looks like something that we are working on already: ${title}, since `,
      since,
      '.',
    ],
    public: (key: string, title: string, since: Span): Text => [
      `${key} looks like what somebody else has reported: ${title}, since `,
      since,
      '.',
    ],
    hidden: (key: string, service: string, since: Span): Text => [
      `${key}: others have reported a problem with ${service} since `,
      since,
      '.',
    ],
    hiddenWithout: (key: string, since: Span): Text => [
      `${key}: others have reported something like it since `,
      since,
      '.',
    ],
  },
  offerHint: 'If it is the same for you, we look at it once and tell you here as soon as it is fixed.',
  joined: {
    outage: (key: string, title: string): Text =>
      `${key} is now part of: ${title}. We tell you here as soon as it is fixed.`,
    public: (key: string, title: string): Text =>
      `${key} is now part of: ${title}. We tell you here as soon as it is fixed.`,
    hidden: (key: string, service: string): Text =>
      `${key} is now part of what others have reported about ${service}. We tell you here as soon as it is fixed.`,
    hiddenWithout: (key: string): Text =>
      `${key} is now part of what others have reported. We tell you here as soon as it is fixed.`,
  },
  toldPartOf: (key: string, title: string, since: Span): Text => [
    `${key} is part of something that we are working on: ${title}, since `,
    since,
    '. We tell you here as soon as it is fixed.',
  ],
  alone: (key: string): Text => `${key} is looked at on its own.`,
  overMeanwhile: (key: string): Text =>
    `What others have reported was fixed in the meantime. If it works for you too, cancel ${key}; if not, we go on with it.`,
  notOffered: (key: string): Text => `${key} was not offered anything to join any more.`,
  partEnded: (key: string): Text => `What others have reported was cancelled. ${key} goes on by itself.`,
  childReopened: (key: string, child: string, by: Span): Text => [
    `${key}: it is still broken for `,
    by,
    ` (${child}).`,
  ],

  affectedLabel: 'Affected',
  affected: (count: number) => plural(count, `${count} person`, `${count} people`),
  partOf: (key: string): Text => `One report of ${key}: it is resolved with it.`,
  recurring: (times: number, days: number, keys: string): Text =>
    plural(days, `${ordinal(times)} time in a day: ${keys}`, `${ordinal(times)} time in ${days} days: ${keys}`),

  possible: 'Possible outage',
  possibleOf: (what: string): Text => `Possible outage: ${what}`,
  possibleText: (people: number, since: Span): Text => [`${people} people have reported the same since `, since, '.'],
  common: 'In common',
  reports: 'Reports',
  bot: 'alert: ',
  moreReports: (count: number): string => plural(count, `and ${count} more`, `and ${count} more`),
  possibleHint:
    'Declare it and all of them become reports of one incident. Dismiss it and such words weigh less from now on.',
  declaredBy: (by: Span, key: string): Text => [by, ` has declared it: ${key}.`],
  dismissedBy: (by: Span): Text => [by, ' has dismissed it. Such words weigh less from now on.'],
  declaredAlready: (key: string): Text => `It is declared already: ${key}.`,
  dismissedAlready: 'It was dismissed already.',
  gone: 'This possible outage is no longer known.',
  dismissed: 'Dismissed. Such words weigh less from now on.',
  declared: (key: string): Text => `${key} is declared, and the reports are part of it.`,

  form: {
    title: 'Declare an outage',
    titleLabel: 'Title',
    titleHint: 'Everybody can read it.',
    impactLabel: 'Impact',
    updateLabel: 'First public update',
    updateHint: 'Everybody who has reported it gets it, once.',
    submit: 'Declare',
  },
  suggestedTitle: (what: string): string => `Problem with ${what}`,
  description: (reports: string): string => `Declared from ${reports}.`,

  stateLabel: 'State',
  sinceLabel: 'Since',
  updateLabel: 'Last update',
  status: {
    open: 'We are working on it.',
    resolved: 'It is fixed.',
    cancelled: 'It was no outage after all.',
  },
  statusHint: 'You have it too? One click, and we tell you when it is fixed.',
  joinedOutage: (key: string, title: string): Text =>
    `${key}: you are part of ${title}. We tell you here as soon as it is fixed.`,
  outageOver: (key: string): Text => `${key} is over. Write to us if it is not so for you.`,
  ownWords: (title: string): string => `Me too: ${title}`,
};
