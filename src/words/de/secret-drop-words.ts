import { link } from '../../chat/text.ts';
import type { Words } from '../words.ts';

export const secretDropWords: Words['secretDrops'] = {
  send: 'Geheimnis senden',
  open: 'Geheimnis öffnen',
  sendToRequester: 'Stattdessen eines senden',

  wanted: (key, by, url) => [
    by,
    ` bittet dich für ${key} um ein Geheimnis, etwa ein Passwort. Schreib es nicht hierher: `,
    link('Gib es auf dieser Seite ein', url),
    '.',
  ],
  enter: (key, url) => [
    `Schreib ein Geheimnis nicht hierher. Für ${key}: `,
    link('Gib es auf dieser Seite ein', url),
    '.',
  ],
  enterHint: (until) => [
    'Es wird verschlüsselt, lässt sich einmal öffnen und ist danach fort. Der Link gilt bis ',
    until,
    '.',
  ],

  asked: (key, person) => [
    `${key}: `,
    person,
    ' wurde um ein Geheimnis gebeten und hat einen Link bekommen, um es einzugeben.',
  ],
  askedHint: 'Du erfährst es, sobald es da ist. Um selbst eines zu senden, nimm den Knopf.',
  sentToTeam: (key, by) => [`${key}: `, by, ' hat ein Geheimnis gesendet. Es lässt sich einmal öffnen.'],
  sentToRequester: (key, by) => [`${key}: `, by, ' hat dir ein Geheimnis gesendet. Es lässt sich einmal öffnen.'],
  openHint: (until) => ['Halte einen sicheren Ort dafür bereit, bevor du es öffnest. Es wartet bis ', until, '.'],
  openHere: (key, url) => [
    `${key}: `,
    link('Öffne das Geheimnis auf dieser Seite', url),
    '. Der Link ist nur für dich: Gib ihn nicht weiter.',
  ],

  filled: (key, by) => [`${key}: `, by, ' hat das Geheimnis eingegeben. Geöffnet wurde es noch nicht.'],
  opened: (key, by, at) => [`${key}: Das Geheimnis wurde geöffnet von `, by, ', ', at, '. Hier ist es gelöscht.'],
  expired: (key) => `${key}: Der Link für ein Geheimnis ist abgelaufen. Nichts davon wurde behalten.`,

  noPage:
    'Ein Geheimnis wird über eine Seite dieses Servers übergeben, und niemand hat gesagt, wo Browser ihn erreichen. Bitte deinen Admin, PUBLIC_URL zu setzen. Bis dahin übergib es persönlich oder am Telefon.',
  noTicket: 'Du hast kein offenes Ticket, für das du ein Geheimnis senden könntest. Sag uns zuerst, worum es geht.',
  whichTicket: 'Für welches Ticket?',
  gone: (key) => `${key}: Dieses Geheimnis lässt sich nicht mehr öffnen. Es wurde geöffnet, oder seine Zeit ist um.`,

  page: {
    enterTitle: 'Geheimnis senden',
    enterText:
      'Was du eingibst, wird verschlüsselt. Es lässt sich einmal öffnen, von den Leuten deines Tickets, und ist danach fort.',
    label: 'Geheimnis',
    submit: 'Senden',
    sentTitle: 'Gesendet',
    sentText: 'Es ist unterwegs, und du erfährst, wenn es geöffnet wird. Du kannst diese Seite schließen.',
    openTitle: 'Ein Geheimnis für dich',
    openText:
      'Es lässt sich einmal öffnen. Halte einen sicheren Ort dafür bereit: Wenn diese Seite geschlossen wird, ist es fort.',
    openSubmit: 'Jetzt öffnen',
    openedTitle: 'Dein Geheimnis',
    openedText: 'Es wird nur dieses eine Mal gezeigt und ist auf dem Server schon gelöscht.',
    goneTitle: 'Dieser Link öffnet nichts',
    goneText:
      'Er wurde benutzt, seine Zeit ist um, oder er wurde unterwegs abgeschnitten. Bitte in deinem Ticket um einen neuen.',
    failedTitle: 'Es konnte nicht übergeben werden',
    failedText: 'Nichts wurde behalten. Geh zurück und sende es noch einmal.',
    busyTitle: 'Zu viele Versuche',
    busyText: 'Warte eine Minute und lade diese Seite dann neu.',
    emptyText: 'Es wurde nichts eingegeben, oder mehr als 8.000 Zeichen. Geh zurück und versuche es noch einmal.',
  },
};
