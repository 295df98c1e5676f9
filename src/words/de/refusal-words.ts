import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('de');

/** A friendly no for each reason, in German. */
export const refusalWords: Words['refusals'] = {
  notFound: (key) => `Ein Ticket ${key}, das du sehen kannst, gibt es nicht.`,
  forTeamOnly: (key, team) => `${key} liegt bei ${team}, das ist also deren Sache.`,
  forRequesterOnly: (key) => `Das kann nur sagen, wer ${key} braucht.`,
  agentsOnly: 'Das können nur die Leute vom Support.',
  claimedBy: (key, person, ago) => [person, ` hat ${key} ${ago} übernommen.`],
  aMomentAgo: 'gerade eben',
  wrongState: {
    new: (key) => `${key} ist neu: Noch hat niemand angefangen, das geht also noch nicht.`,
    in_progress: (key) => `${key} ist schon in Arbeit.`,
    on_hold: (key) => `${key} wartet und muss erst fortgesetzt werden.`,
    resolved: (key) => `${key} ist schon gelöst. Öffne es wieder, wenn es weitergehen soll.`,
    closed: (key) => `${key} ist geschlossen. Melde ein neues Anliegen, wenn du wieder Hilfe brauchst.`,
    cancelled: (key) => `${key} ist abgebrochen. Melde ein neues Anliegen, wenn du wieder Hilfe brauchst.`,
  },
  reopenTooLate: (key, days) =>
    plural(
      days,
      `${key} ist seit mehr als einem Tag gelöst und lässt sich nicht mehr öffnen. Melde bitte ein neues Anliegen.`,
      `${key} ist seit mehr als ${days} Tagen gelöst und lässt sich nicht mehr öffnen. Melde bitte ein neues Anliegen.`,
    ),
  goesOnIn: (key, into) => `${key} wurde zusammengeführt und geht in ${into} weiter.`,
  sameTicket: (key) => `${key} lässt sich nicht mit sich selbst verbinden. Wähle ein anderes Ticket.`,
  sameTeam: (key, team) => `${key} liegt schon bei ${team}. Wähle ein anderes Team.`,
  notAnAgent: (person) => [person, ' gehört zu keinem Support-Team und kann kein Ticket bekommen.'],
  answeredBefore: (key) => `${key}: Das ist schon beantwortet.`,
  changedMeanwhile: (key) =>
    `An ${key} ändert sich gerade viel. Sieh es dir noch einmal an und versuch es dann erneut.`,
};
