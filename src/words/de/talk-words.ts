import { code } from '../code.ts';
import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('de');

/** What the desk answers in conversation, in German. */
export const talkWords: Words['talk'] = {
  greeting: 'Hallo. Sag mir, was los ist, und ich gebe es an das richtige Team weiter.',
  thanks: 'Gern geschehen. Wenn noch etwas ist, schreib mir einfach.',
  smallTalk:
    'Mit Anliegen kenne ich mich besser aus als mit Plaudern. Sag mir, was los ist, und das richtige Team bekommt es.',
  empty: 'Sag mir in ein paar Worten, was los ist, und das richtige Team bekommt es.',
  noneOpen: 'Du hast keine offenen Anliegen. Wenn etwas ist, schreib mir einfach.',
  open: (count) => plural(count, 'Du hast ein offenes Anliegen.', `Du hast ${count} offene Anliegen.`),
  help: {
    title: (desk) => `${desk}: so geht es`,
    raise: 'Schreib mir hier, was los ist, oder erwähne mich in einem Kanal. Ein Formular brauchst du nicht.',
    reaction: (emoji) =>
      `Mit ${emoji} als Reaktion auf eine Nachricht meldest du sie im Namen dessen, der sie schrieb.`,
    thread: 'Alles zu einem Anliegen bleibt in seinem Thread. Was du dort schreibst, erreicht das Team.',
    commandsHeading: 'Befehle',
    commands: (desk) => [
      [code(desk), ' und deine Worte: meldet ein Anliegen'],
      [code(`${desk} mine`), ': deine Anliegen'],
      [code(`${desk} find`), ' und ein paar Wörter: findet Anliegen'],
      [code(`${desk} show INC-42`), ': ein Anliegen ganz'],
      [code(`${desk} ask`), ' und eine Frage: was unsere Artikel sagen'],
      [code(`${desk} articles`), ': die Artikel, um die du dich kümmerst'],
      [code(`${desk} why INC-42`), ': warum es dann fällig ist'],
      [
        code(`${desk} secret`),
        ': übergibt ein Passwort oder einen Schlüssel, über einen Link, der sich einmal öffnen lässt',
      ],
      [code(`${desk} away bis Freitag`), ': du bist weg und bekommst keine Tickets von selbst (für Agenten)'],
      [code(`${desk} back`), ': du bist wieder da'],
      [code(`${desk} help`), ': diese Seite'],
    ],
  },
  raised: (team) => `Gemeldet. ${team} hat es jetzt.`,
  raisedFor: (person, team) => ['Für ', person, ` gemeldet. ${team} hat es jetzt.`],
  raisedBefore: 'Das wurde schon gemeldet.',
  forYouAlone: (person, desk) => [
    person,
    `: Das ist nur für dich, und ich kann dir nicht schreiben. Füge die App ${desk} hinzu und frag mich noch einmal.`,
  ],
  addedTo: (key, title) => `Zu ${key} hinzugefügt: ${title}`,
  openThread: 'Zum Thread',
  inDirectMessage: (desk) => `Wir sprechen darüber in deinen Direktnachrichten mit ${desk}.`,
  onlyTeamSees: (key) => `${key}: Das sieht nur das Team.`,
  sent: (key, person) => [`${key}: an `, person, ' gesendet.'],
  brokenAgain: (key) => `${key} ist gelöst. Geht es wieder nicht?`,
  bug: 'Bei uns ist etwas schiefgegangen. Bitte versuch es noch einmal.',
  bugReference: (reference) =>
    `Wenn es wieder passiert, gib bei deiner Administration dieses Kennzeichen an: ${reference}`,
  deliveryTrouble: 'Der Desk kann etwas nicht zustellen und braucht deine Hilfe.',
};

/** What a person is told when their action is done, in German. */
export const doneWords: Words['done'] = {
  claimed: (key) => `${key} gehört jetzt dir.`,
  assignedTo: (key, person) => [`${key} liegt jetzt bei `, person, '.'],
  assignedToTeam: (key, team) => `${key} liegt jetzt bei ${team}.`,
  takenBack: (key) => `${key} ist wieder frei zum Übernehmen.`,
  replied: (key, person) => [`${key}: Deine Antwort geht an `, person, '.'],
  noted: (key) => `${key}: Deine Notiz ist gespeichert. Nur das Team sieht sie.`,
  held: (key) => `${key} ist zurückgestellt.`,
  resumed: (key) => `${key} ist wieder in Arbeit.`,
  escalatedUp: (key, level) => `${key} ist auf Stufe ${level} eskaliert.`,
  resolved: (key) => `${key} ist gelöst.`,
  reopened: (key) => `${key} ist wieder offen.`,
  closed: (key) => `Schön zu hören. ${key} ist geschlossen.`,
  stillBroken: (key) => `Danke für den Hinweis. ${key} ist wieder offen.`,
  prioritised: (key, priority) => `${key} steht jetzt auf ${priority}.`,
  cancelled: (key) => `${key} ist abgebrochen.`,
  edited: (key) => `${key} ist geändert.`,
  watching: (key) => `Du beobachtest ${key}.`,
  notWatching: (key) => `Du beobachtest ${key} nicht mehr.`,
  linked: (key, other) => `${key} ist mit ${other} verknüpft.`,
  merged: (key, into) => `${key} geht in ${into} weiter.`,
  split: (key, part) => `${part} ist von ${key} abgetrennt.`,
};

/** What stands beside a field that needs another look, in German. */
export const problemWords: Words['problems'] = {
  required: 'Bitte fülle das aus.',
  personOrTeam: 'Wähle eine Person oder ein Team.',
  noSuchTicket: 'Ein solches Ticket gibt es nicht, oder du kannst es nicht sehen. Es heißt zum Beispiel INC-42.',
  badDate: 'Schreib den Zeitpunkt so: 2026-05-31 14:00',
  pastDate: 'Das ist schon vorbei. Wähle einen späteren Zeitpunkt.',
  dateNeeded: 'Wann geht es weiter? Schreib den Zeitpunkt so: 2026-05-31 14:00',
  overrideReason: 'Sag dazu, warum die Priorität anders sein soll, als sie sich ergibt.',
};
