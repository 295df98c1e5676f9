import type { Words } from '../words.ts';

/** A ticket's history, in German. */
export const historyWords: Words['history'] = {
  open: (by) => [by, ' hat es gemeldet'],
  claim: (by) => [by, ' hat es übernommen'],
  assign: (by, to) => [by, ' hat es zugewiesen an: ', to],
  takeBack: (by) => [by, ' hat es freigegeben'],
  hold: (by, reason) => [by, ` hat es zurückgestellt: ${reason}`],
  resume: (by) => [by, ' hat es fortgesetzt'],
  escalateTeam: (by, team) => [by, ` hat es an ${team} weitergegeben`],
  escalateUp: (by, level) => [by, ` hat es auf Stufe ${level} eskaliert`],
  resolve: (by, outcome) => [by, ` hat es gelöst: ${outcome}`],
  reopen: (by) => [by, ' hat es wieder geöffnet'],
  close: (by) => [by, ' hat es geschlossen'],
  cancel: (by) => [by, ' hat es abgebrochen'],
  prioritise: (by, from, to) => [by, ` hat die Priorität von ${from} auf ${to} geändert`],
  reweigh: (by) => [by, ' hat neu bewertet, wer betroffen ist oder wie dringend es ist'],
  edit: (by) => [by, ' hat Titel, Art oder Dienst geändert'],
  redescribe: (by) => [by, ' hat die Beschreibung geändert'],
  deleteSource: (by) => [by, ' hat die Nachricht gelöscht, aus der es entstand'],
  watch: (by) => [by, ' beobachtet es'],
  unwatch: (by) => [by, ' beobachtet es nicht mehr'],
  link: (by) => [by, ' hat es verknüpft'],
  merge: (by, into) => [by, ` hat es mit ${into} zusammengeführt`],
  absorb: (by) => [by, ' hat ein anderes Ticket hierher geholt'],
  reply: (by) => [by, ' hat geantwortet'],
  hear: (by) => [by, ' hat geschrieben'],
};
