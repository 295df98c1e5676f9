import { spansOf } from '../../chat/text.ts';
import { code } from '../code.ts';
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('de');

/** Who is there to work, who is away, and what becomes of their tickets, in German. */
export const dutyWords: Words['duty'] = {
  buttons: {
    away: 'Ich bin weg bis …',
    back: 'Ich bin zurück',
    handOver: 'Übergeben',
    handOverAll: 'Alle übergeben',
  },
  form: {
    title: 'Abwesend',
    submit: 'Speichern',
    until: 'Bis wann?',
    untilHint: 'Zum Beispiel 2026-12-24 09:00 oder Freitag 9 Uhr. Ein Tag allein zählt bis zu seinem Ende.',
  },
  goingAway: 'Bist du bald weg? Dann gehen Tickets von selbst an andere, und deine Leitung erfährt, was du hast.',
  youAreAway: (until) => ['Du bist weg bis ', until, '.'],
  youAreBack: 'Willkommen zurück. Tickets kommen wieder zu dir.',
  youWereNotAway: 'Du warst nicht weg.',
  howToSay: (command) => [
    'Bis wann bist du weg? Schreib ',
    code(`${command} away bis 24.12.`),
    ' oder ',
    code(`${command} away bis Freitag 9 Uhr`),
    '.',
  ],
  badDate: 'Dieses Datum kenne ich nicht. Schreib 2026-12-24 09:00 oder Freitag 9 Uhr.',
  assigneeIsAway: (key, person, until) => [
    `${key}: `,
    person,
    ' ist weg bis ',
    until,
    '. Weise es jemand anderem zu, wenn es nicht warten kann.',
  ],
  isAway: (person) => `${person} ist weg`,
  holds: (person, until, count) => [
    person,
    ' ist weg bis ',
    until,
    plural(count, ' und hat ein offenes Ticket.', ` und hat ${count} offene Tickets.`),
  ],
  more: (count) => plural(count, '… und eines mehr.', `… und ${count} weitere.`),
  summary: (person, count) =>
    plural(count, `${person} ist weg und hat ein offenes Ticket`, `${person} ist weg und hat ${count} offene Tickets`),
  confirmAll: {
    title: 'Alle übergeben?',
    text: (person) => `Jedes offene Ticket von ${person} geht an jemanden, der da ist.`,
    yes: 'Übergeben',
    no: 'Zurück',
  },
  heldByAway: 'Bei Leuten, die weg sind',
  with: (person, until) => ['bei ', person, ' (bis ', until, ')'],
  handedOver: (person) => ['Was ', person, ' hatte'],
  goesTo: (ticket, person) => [...spansOf(ticket), ' ist jetzt bei ', person, '.'],
  stays: (ticket) => [...spansOf(ticket), ' bleibt: Sonst ist niemand da, der es nehmen könnte.'],
  noneHandedOver: (person) => [person, ' hat nichts, was du übergeben könntest.'],
  isThere: (person) => [person, ' ist wieder da, darum wurde nichts übergeben.'],
};
