import type { Span, Text } from '../../chat/text.ts';
import { link } from '../../chat/text.ts';

/** Secrets that are handed over by a link that opens once. */
export const secretDropWords = {
  send: 'Send a secret',
  open: 'Open the secret',
  sendToRequester: 'Send one instead',

  /** To who enters it. */
  wanted: (key: string, by: Span, url: string): Text => [
    by,
    ` asks you for a secret for ${key}, such as a password. Do not write it here: `,
    link('enter it on this page', url),
    '.',
  ],
  enter: (key: string, url: string): Text => [
    `Do not write a secret here. For ${key}, `,
    link('enter it on this page', url),
    '.',
  ],
  enterHint: (until: Span): Text => [
    'It is encrypted, can be opened once, and is gone after that. The link works until ',
    until,
    '.',
  ],

  /** To who asked, and in the team's thread. */
  asked: (key: string, person: Span): Text => [
    `${key}: `,
    person,
    ' was asked for a secret and has got a link to enter it.',
  ],
  askedHint: 'You will be told when it is there. To send one to them, choose the button.',
  sentToTeam: (key: string, by: Span): Text => [`${key}: `, by, ' has sent a secret. It opens once.'],
  sentToRequester: (key: string, by: Span): Text => [`${key}: `, by, ' has sent you a secret. It opens once.'],
  openHint: (until: Span): Text => ['Have a safe place for it ready before you open it. It waits until ', until, '.'],
  openHere: (key: string, url: string): Text => [
    `${key}: `,
    link('open the secret on this page', url),
    '. The link is yours alone: do not pass it on.',
  ],

  /** What became of it. */
  filled: (key: string, by: Span): Text => [`${key}: `, by, ' has entered the secret. It has not been opened yet.'],
  opened: (key: string, by: Span, at: Span): Text => [
    `${key}: the secret was opened by `,
    by,
    ', ',
    at,
    '. It is gone from here.',
  ],
  expired: (key: string): Text => `${key}: the link for a secret has expired. Nothing of it is kept.`,

  /** Why not. */
  noPage:
    'A secret is handed over on a page of this server, and nobody has said where browsers reach it. Ask your admin to set PUBLIC_URL. Until then, hand it over in person or by telephone.',
  noTicket: 'You have no open ticket to send a secret for. Tell us first what it is about.',
  whichTicket: 'For which ticket?',
  gone: (key: string): Text => `${key}: this secret cannot be opened any more. It was opened, or its time is over.`,

  page: {
    enterTitle: 'Send a secret',
    enterText:
      'What you enter is encrypted. It can be opened once, by the people of your ticket, and is gone after that.',
    label: 'Secret',
    submit: 'Send',
    sentTitle: 'Sent',
    sentText: 'It is on its way, and you will be told when it is opened. You can close this page.',
    openTitle: 'A secret for you',
    openText: 'It opens once. Have a safe place for it ready: when this page is closed, it is gone.',
    openSubmit: 'Open it now',
    openedTitle: 'Your secret',
    openedText: 'It is shown this once and is already deleted from the server.',
    goneTitle: 'This link opens nothing',
    goneText: 'It was used, its time is over, or it was cut on its way. Ask for a new one in your ticket.',
    failedTitle: 'It could not be handed over',
    failedText: 'Nothing was kept. Go back and send it once more.',
    busyTitle: 'Too many attempts',
    busyText: 'Wait a minute, then load this page again.',
    emptyText: 'Nothing was entered, or more than 8,000 characters. Go back and try again.',
  },
};
