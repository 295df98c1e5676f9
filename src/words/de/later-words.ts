import type { Words } from '../words.ts';

/** Promised updates and snoozes, in German. */
export const laterWords: Words['later'] = {
  promiseButton: 'Rückmeldung versprechen',
  snoozeButton: 'Später erinnern',
  promiseForm: {
    title: 'Rückmeldung versprechen',
    submit: 'Versprechen',
    by: 'Bis wann?',
    byHint: '15:00 oder 2026-05-31 14:00. Du wirst vorher erinnert.',
  },
  replyBy: 'Nächste Rückmeldung bis',
  replyByHint: 'Wenn du eine versprichst: 15:00 oder 2026-05-31 14:00. Du wirst vorher erinnert.',
  badTime: 'Schreib die Uhrzeit so: 15:00, oder mit Datum so: 2026-05-31 14:00.',
  offer: (to, key, by) => [
    'Du hast ',
    to,
    ` zu ${key} eine Rückmeldung angekündigt, bis `,
    by,
    '. Soll ich dich erinnern?',
  ],
  offerYes: 'Ja, erinnere mich',
  promised: (to, key, by) => [to, ` hört zu ${key} von dir bis `, by, '. Ich erinnere dich.'],
  onCard: (by, due) => [by, ' hat eine Rückmeldung versprochen bis ', due, '.'],
  onRequesterCard: (due) => ['Du hörst von uns bis ', due, '.'],
  snoozeForm: {
    title: 'Später erinnern',
    submit: 'Später erinnern',
    until: 'Bis wann?',
    untilHint: 'Ein verfehltes Ziel wird trotzdem gemeldet.',
    choices: {
      hour: 'In einer Stunde',
      hours: 'In vier Stunden',
      tomorrow: 'Morgen um neun',
      monday: 'Montag um neun',
    },
  },
  snoozed: (key, until) => [`Keine Erinnerungen zu ${key} bis `, until, '.'],
};
