import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('de');
const tickets = (count: number) => plural(count, `${count} Ticket`, `${count} Tickets`);

/** Digests for managers and teams, in German. */
export const digestWords: Words['digests'] = {
  titles: {
    day: (date) => `Tagesüberblick, ${date}`,
    week: (date) => `Wochenüberblick, ${date}`,
    month: (month) => `Monatsüberblick, ${month}`,
  },
  teamTitles: {
    day: (teams, date) => `Tagesüberblick für ${teams}, ${date}`,
    week: (teams, date) => `Wochenüberblick für ${teams}, ${date}`,
    month: (teams, month) => `Monatsüberblick für ${teams}, ${month}`,
  },
  period: (from, to) => ['Von ', from, ' bis ', to, '. Was offen ist, ist der Stand von jetzt.'],
  figures: {
    opened: 'Neu',
    resolved: 'Gelöst',
    open: 'Jetzt offen',
    overdue: 'Überfällig',
    dueToday: 'Heute fällig',
    stuck: 'Liegt fest',
    satisfaction: 'Zufriedenheit',
  },
  trends: {
    week: {
      more: (count, by) => `${count}, ${by} mehr als in der Woche davor`,
      fewer: (count, by) => `${count}, ${by} weniger als in der Woche davor`,
      same: (count) => `${count}, so viele wie in der Woche davor`,
    },
    month: {
      more: (count, by) => `${count}, ${by} mehr als im Monat davor`,
      fewer: (count, by) => `${count}, ${by} weniger als im Monat davor`,
      same: (count) => `${count}, so viele wie im Monat davor`,
    },
  },
  score: (mean, answers) =>
    plural(answers, `${mean} von 5, aus ${answers} Antwort`, `${mean} von 5, aus ${answers} Antworten`),
  scoreBefore: (mean, answers, before) =>
    plural(
      answers,
      `${mean} von 5, aus ${answers} Antwort; davor ${before}`,
      `${mean} von 5, aus ${answers} Antworten; davor ${before}`,
    ),
  quiet: (from, open) => [
    'Alles ruhig seit ',
    from,
    `: nichts neu, gelöst, überfällig, heute fällig oder festgelegen; ${tickets(open)} offen.`,
  ],
  oneThing: 'Darauf solltest du schauen',
  highlights: {
    overdueP1: (key, title, since) => [key, ` ${title} ist ein P1 und überfällig seit `, since, '.'],
    overdue: (key, title, since) => [key, ` ${title} ist am längsten überfällig, seit `, since, '.'],
    agreement: (level, count) =>
      `${tickets(count)} haben das Service-Level „${level}“ verfehlt, mehr als jedes andere.`,
    unclaimed: (key, title, since) => [
      key,
      ` ${title} wartet am längsten darauf, übernommen zu werden, seit `,
      since,
      '.',
    ],
    surge: (service, count, usual) => [service, `: ${tickets(count)} sind neu, üblich wären ${usual}.`],
    satisfaction: (mean, before, answers) =>
      `Die Zufriedenheit ist auf ${mean} von 5 gefallen (${answers} Antworten). In den vier Wochen davor war sie ${before}.`,
    dueNext: (key, title, dueAt) => ['Nichts ist zu spät. Als Nächstes fällig: ', key, ` ${title}, `, dueAt, '.'],
  },
  definitions:
    'Heute fällig: Das Ziel endet vor Mitternacht. Liegt fest: Seit 3 Tagen hat niemand etwas getan, oder es ist zu lange zurückgestellt. Vertrauliche Tickets werden gezählt, nie genannt.',
  chart: { perDay: 'Neu und gelöst je Tag', perWeek: 'Neu und gelöst je Woche', unit: 'Tickets' },
  buttons: { openList: 'Liste öffnen', mute: 'Eine Woche stumm', unmute: 'Wieder senden' },
  mutedUntil: (until) => ['Stumm: Der nächste kommt nach ', until, '.'],
  unmuted: 'Du bekommst diesen Überblick wieder.',
  lists: {
    opened: 'Überblick: neu',
    resolved: 'Überblick: gelöst',
    open: 'Überblick: jetzt offen',
    overdue: 'Überblick: jetzt überfällig',
    dueToday: 'Überblick: heute fällig',
    stuck: 'Überblick: liegt fest',
  },
  listEmpty: 'Es gibt keins, das du sehen darfst.',
  unseen: (count) =>
    plural(
      count,
      `${count} vertrauliches Ticket ist mitgezählt und steht nicht in der Liste.`,
      `${count} vertrauliche Tickets sind mitgezählt und stehen nicht in der Liste.`,
    ),
  gone: 'Der Desk sendet diesen Überblick nicht mehr; es gibt nichts aufzulisten.',
};
