import { type Span, spansOf, type Text } from '../../chat/text.ts';
import { code } from '../code.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Who is there to work, who is away, and what becomes of their tickets. */
export const dutyWords = {
  buttons: {
    away: "I'm away until …",
    back: "I'm back",
    handOver: 'Hand over',
    handOverAll: 'Hand over all',
  },
  form: {
    title: 'Away',
    submit: 'Save',
    until: 'Until when?',
    untilHint: 'For example 2026-12-24 09:00, or friday 9:00. A day alone counts to its end.',
  },
  /** On the home page. */
  goingAway: 'Going away? Tickets then go to others by themselves, and your lead hears what you have.',
  youAreAway: (until: Span): Text => ['You are away until ', until, '.'],
  youAreBack: 'Welcome back. Tickets come to you again.',
  youWereNotAway: 'You were not away.',
  howToSay: (command: string): Text => [
    'Until when are you away? Write ',
    code(`${command} away until 2026-12-24`),
    ' or ',
    code(`${command} away until friday 9:00`),
    '.',
  ],
  badDate: 'That is no date that I know. Write 2026-12-24 09:00, or friday 9:00.',
  /** Told to whoever has just given a ticket to somebody. */
  assigneeIsAway: (key: string, person: Span, until: Span): Text => [
    `${key}: `,
    person,
    ' is away until ',
    until,
    '. Assign it to somebody else if it cannot wait.',
  ],
  /** Told to leads. */
  isAway: (person: string): Text => `${person} is away`,
  holds: (person: Span, until: Span, count: number): Text => [
    person,
    ' is away until ',
    until,
    plural(count, ' and has one open ticket.', ` and has ${count} open tickets.`),
  ],
  more: (count: number): Text => plural(count, '… and one more.', `… and ${count} more.`),
  summary: (person: string, count: number) =>
    plural(count, `${person} is away and has one open ticket`, `${person} is away and has ${count} open tickets`),
  confirmAll: {
    title: 'Hand over all?',
    text: (person: string) => `Each open ticket of ${person} goes to somebody who is there.`,
    yes: 'Hand over',
    no: 'Back',
  },
  heldByAway: 'With people who are away',
  with: (person: Span, until: Span): Text => ['with ', person, ' (until ', until, ')'],
  handedOver: (person: Span): Text => ['What ', person, ' had'],
  goesTo: (ticket: Text, person: Span): Text => [...spansOf(ticket), ' is now with ', person, '.'],
  stays: (ticket: Text): Text => [...spansOf(ticket), ' stays: nobody else is there who could take it.'],
  noneHandedOver: (person: Span): Text => [person, ' has nothing that you could hand over.'],
  isThere: (person: Span): Text => [person, ' is there again, so nothing was handed over.'],
};
