import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Lists and the home page. */
export const listWords = {
  welcome: 'Is something the matter? Raise it here, or just write to me.',
  mine: 'My issues',
  mineEmpty: 'You have no issues.',
  assigned: 'Mine',
  assignedEmpty: 'Nothing is assigned to you.',
  unclaimed: 'Unclaimed in my teams',
  unclaimedEmpty: 'Nothing waits to be claimed.',
  breachingSoon: 'Breaching soon',
  breachingSoonEmpty: (hours: number): string =>
    plural(hours, 'Nothing is overdue or due within an hour.', `Nothing is overdue or due within ${hours} hours.`),
  breachingWithin: (hours: number): string =>
    plural(hours, 'Overdue, or due within an hour.', `Overdue, or due within ${hours} hours.`),
  found: (words: string) => `Found for "${words}"`,
  foundEmpty: 'Nothing found. Try fewer or other words.',
  range: (from: number, to: number, total: number) => `${from} to ${to} of ${total}`,
  pageGone: 'There is nothing on this page any more.',
};
