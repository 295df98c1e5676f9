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
  takenPrivately: (key) =>
    `${key} ist vertraulich. Wir sprechen darüber in deiner Direktnachricht mit mir, wo nur du und das Team mitlesen können.`,
};
