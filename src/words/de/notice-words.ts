import type { Words } from '../words.ts';

/** What somebody is told when something happened to a ticket, in German. */
export const noticeWords: Words['notices'] = {
  resolved: (key, by) => [by, ` hat ${key} gelöst. Klappt bei dir alles?`],
  reopened: (key, by) => [by, ` hat ${key} wieder geöffnet.`],
  reopenedFor: (key, by, assignee) => [by, ` hat ${key} wieder geöffnet. `, assignee, ', schau bitte noch einmal.'],
  cancelled: (key, by) => [by, ` hat ${key} abgebrochen.`],
  cancelledHint: 'Wenn du es noch brauchst, melde ein neues Anliegen.',
  needsYou: (key, by) => [by, ` braucht für ${key} etwas von dir.`],
  needsYouHint: 'Antworte in diesem Thread, dann geht es weiter.',
  assigned: (key, by) => [by, ` hat dir ${key} zugewiesen.`],
  escalatedUp: (key, by, level) => [by, ` hat ${key} auf Stufe ${level} eskaliert und bittet dich um Hilfe.`],
  requesterCancelled: (key, by) => [by, ` braucht ${key} nicht mehr und hat es abgebrochen.`],
  requesterCancelledFor: (key, by, assignee) => [
    by,
    ` braucht ${key} nicht mehr und hat es abgebrochen. `,
    assignee,
    ', du kannst aufhören.',
  ],
  watchedResolved: (key, by) => [by, ` hat ${key} gelöst, das du beobachtest.`],
  watchedCancelled: (key, by) => [by, ` hat ${key} abgebrochen, das du beobachtest.`],
  reminder: (key, target, percent, dueAt) => [
    `${key}: ${percent} % der Zeit bis zum Ziel „${target}“ sind um. Fällig: `,
    dueAt,
    '.',
  ],
  targetPassed: (key, target, dueAt) => [`${key} ist überfällig: das Ziel „${target}“ war fällig `, dueAt, '.'],
  atLevel: (level) => `Es wurde auf Stufe ${level} eskaliert.`,
  agreedWith: (partner) => `Das ist mit ${partner} vereinbart.`,
  unclaimed: (key, since) => [`${key} wartet darauf, übernommen zu werden, seit `, since, '.'],
  stale: (key, since) => [`Bei ${key} ist nichts geschehen seit `, since, '.'],
  parked: (key, reason, since) => [`${key} ist zurückgestellt seit `, since, `: ${reason}.`],
  awake: (key) => `${key} ist nicht mehr zurückgestellt: Es ist so weit.`,
  askedAgain: (key) => `Wir warten noch auf deine Antwort zu ${key}.`,
  askedAgainHint:
    'Antworte in diesem Thread, dann machen wir weiter. Ohne Antwort lösen wir es; du kannst es dann wieder öffnen.',
  morning: (count) => (count === 1 ? 'Eine Erinnerung aus der Ruhezeit' : `${count} Erinnerungen aus der Ruhezeit`),
  morningMore: (count) => `… und ${count} weitere.`,
  noAnswer: 'Wir haben nichts von dir gehört und nehmen an, dass es erledigt ist. Öffne es wieder, wenn nicht.',
  promiseSoon: (key, to, dueAt) => ['Du hast ', to, ` zu ${key} eine Rückmeldung versprochen, bis `, dueAt, '.'],
  promiseMissed: (key, to, dueAt) => [
    `Die Rückmeldung zu ${key}, die `,
    to,
    ' versprochen war bis ',
    dueAt,
    ', ist nicht gekommen.',
  ],
  snoozeOver: (key) => `${key} ist wieder da: Die Pause ist vorbei.`,
  survey: (key) => `Wie lief es mit ${key}?`,
  takenPrivately: (key) =>
    `${key} ist vertraulich. Wir sprechen darüber in deiner Direktnachricht mit mir, wo nur du und das Team mitlesen können.`,
};
