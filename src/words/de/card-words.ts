import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('de');

/** What stands on the cards of a ticket, in German. */
export const cardWords: Words['cards'] = {
  next: {
    new: (team) => `${team} hat es bekommen. Bald kümmert sich jemand darum; wer, steht dann hier.`,
    inProgress: (person) => [person, ' arbeitet daran.'],
    inProgressByTeam: (team) => `${team} arbeitet daran.`,
    heldForYou: 'Es wartet auf dich. Antworte in diesem Thread, dann geht es weiter.',
    heldForVendor: 'Es wartet auf einen Lieferanten. Sobald er antwortet, machen wir weiter.',
    heldForNamedVendor: (vendor) => `Es wartet auf ${vendor}. Sobald von dort eine Antwort da ist, machen wir weiter.`,
    heldForChange: 'Es wartet auf eine geplante Änderung. Danach machen wir weiter.',
    heldForLater: 'Es ist für später eingeplant.',
    heldUntil: (date) => ['Es ist eingeplant für: ', date],
    resolved: (person) => [person, ' hat es gelöst. Klappt bei dir alles?'],
    closed: 'Erledigt und geschlossen. Wenn es wiederkommt, schreib hier, dann sehen wir es uns noch einmal an.',
    withdrawn: 'Du hast es abgebrochen. Es passiert nichts weiter.',
    cancelled: (person) => [person, ' hat es abgebrochen.'],
    mergedInto: (key) => `Es geht in ${key} weiter. Antworten kommen auch hier an.`,
  },
  reachesTeam: 'Was du in diesen Thread schreibst, erreicht das Team, Dateien auch.',
  inChat: {
    heldForYou: 'Es wartet auf dich. Antworte hier, dann geht es weiter.',
    reachesTeam: 'Antworte auf diese Nachricht, und deine Worte erreichen das Team, Dateien auch.',
  },
  raisedOnYourBehalf: (person) => ['Von ', person, ' für dich gemeldet.'],
  confidential: 'Vertraulich: Nur du und das Team, das daran arbeitet, können das sehen.',
  confidentialForAgents: 'Vertraulich: Nur wer es gemeldet hat, wer es beobachtet und das Team können das sehen.',
  nobodyYet: 'noch niemandem',
  requesterRaisedBy: (requester, raisedBy) => [requester, ', gemeldet von ', raisedBy],
  teamAtLevel: (team, level) => `${team}, Stufe ${level}`,
  priorityByHand: (priority, reason) => [priority, ', von Hand gesetzt: ', reason],
  watchers: (count) => plural(count, 'einer Person', `${count} Personen`),
  openMessage: 'Zur Nachricht',
  wholeInThread: 'Hier gekürzt. Der ganze Text steht im Thread.',
  cutHere: 'Hier gekürzt.',
  sourceDeleted: 'Die Nachricht wurde von ihrem Absender gelöscht.',
  files: (names) => ['Dateien: ', names],
  onHold: (reason) => `Zurückgestellt: ${reason}.`,
  onHoldUntil: (reason, date) => [`Zurückgestellt: ${reason}, bis `, date, '.'],
  resolvedBy: (person, code) => ['Gelöst von ', person, `: ${code}.`],
  cancelled: 'Abgebrochen.',
  cancelledBecause: 'Abgebrochen mit dem Grund:',
  goesOnIn: (key) => `Es geht in ${key} weiter.`,
  movedTo: (key, team) => `${key} liegt jetzt bei ${team}.`,
  handledElsewhere: (key) => `${key} wird an anderer Stelle bearbeitet.`,
  conversation: 'Gespräch',
  history: 'Verlauf',
  noConversation: 'Noch hat niemand etwas geschrieben.',
  summaryConfidential: (key) => `${key}: Neues zu einem vertraulichen Ticket`,
};

/** What stands with words that were carried over, in German. */
export const remarkWords: Words['remarks'] = {
  internal: 'interne Notiz',
  edited: 'bearbeitet',
  deleted: 'Diese Nachricht wurde gelöscht.',
  wholeText: 'der ganze Text',
  forYou: (assignee) => ['für ', assignee],
};
