import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** How long tickets like this one take, from being raised to being resolved. */
export const estimateWords = {
  label: 'Takes',
  /** Around the clock. */
  elapsed: {
    range: {
      minute: (from: number, to: number) => `usually ${span(from, to)} minutes`,
      hour: (from: number, to: number) => `usually ${span(from, to)} ${plural(to, 'hour', 'hours')}`,
      day: (from: number, to: number) => `usually ${span(from, to)} ${plural(to, 'day', 'days')}`,
    },
    upTo: {
      minute: (to: number) => `usually up to ${to} minutes`,
      hour: (to: number) => `usually up to ${to} ${plural(to, 'hour', 'hours')}`,
      day: (to: number) => `usually up to ${to} ${plural(to, 'day', 'days')}`,
    },
    minutesToHours: (from: number, to: number) =>
      `usually between ${from} minutes and ${to} ${plural(to, 'hour', 'hours')}`,
    hoursToDays: (from: number, to: number) =>
      `usually between ${from} ${plural(from, 'hour', 'hours')} and ${to} ${plural(to, 'day', 'days')}`,
  },
  /** While the team is there. */
  working: {
    range: {
      minute: (from: number, to: number) => `usually ${span(from, to)} minutes of working time`,
      hour: (from: number, to: number) => `usually ${span(from, to)} working ${plural(to, 'hour', 'hours')}`,
      day: (from: number, to: number) => `usually ${span(from, to)} working ${plural(to, 'day', 'days')}`,
    },
    upTo: {
      minute: (to: number) => `usually up to ${to} minutes of working time`,
      hour: (to: number) => `usually up to ${to} working ${plural(to, 'hour', 'hours')}`,
      day: (to: number) => `usually up to ${to} working ${plural(to, 'day', 'days')}`,
    },
    minutesToHours: (from: number, to: number) =>
      `usually between ${from} minutes and ${to} ${plural(to, 'hour', 'hours')} of working time`,
    hoursToDays: (from: number, to: number) =>
      `usually between ${from} working ${plural(from, 'hour', 'hours')} and ${to} working ${plural(to, 'day', 'days')}`,
  },
};

function span(from: number, to: number): string {
  return from === to ? String(to) : `${from}–${to}`;
}
