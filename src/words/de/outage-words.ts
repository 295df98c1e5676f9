import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('de');

export const outageWords: Words['outages'] = {
  meToo: 'Ich auch',
  somethingElse: 'Etwas anderes',
  declare: 'Störung ausrufen',
  dismiss: 'Verwerfen',

  offered: {
    outage: (key, title, since) => [
      `${key} sieht aus wie etwas, woran wir schon arbeiten: ${title}, seit `,
      since,
      '.',
    ],
    public: (key, title, since) => [
      `${key} sieht aus wie das, was schon jemand gemeldet hat: ${title}, seit `,
      since,
      '.',
    ],
    hidden: (key, service, since) => [`${key}: Andere melden ein Problem mit ${service} seit `, since, '.'],
    hiddenWithout: (key, since) => [`${key}: Andere melden Ähnliches seit `, since, '.'],
  },
  offerHint:
    'Wenn es bei dir dasselbe ist, sehen wir es uns einmal an und sagen dir hier Bescheid, sobald es behoben ist.',
  joined: {
    outage: (key, title) => `${key} gehört jetzt dazu: ${title}. Wir sagen dir hier Bescheid, sobald es behoben ist.`,
    public: (key, title) => `${key} gehört jetzt dazu: ${title}. Wir sagen dir hier Bescheid, sobald es behoben ist.`,
    hidden: (key, service) =>
      `${key} gehört jetzt zu dem, was andere zu ${service} gemeldet haben. Wir sagen dir hier Bescheid, sobald es behoben ist.`,
    hiddenWithout: (key) =>
      `${key} gehört jetzt zu dem, was andere gemeldet haben. Wir sagen dir hier Bescheid, sobald es behoben ist.`,
  },
  toldPartOf: (key, title, since) => [
    `${key} gehört zu etwas, woran wir arbeiten: ${title}, seit `,
    since,
    '. Wir sagen dir hier Bescheid, sobald es behoben ist.',
  ],
  alone: (key) => `${key} wird für sich bearbeitet.`,
  overMeanwhile: (key) =>
    `Was andere gemeldet haben, wurde inzwischen behoben. Geht es auch bei dir, dann brich ${key} ab; wenn nicht, machen wir damit weiter.`,
  notOffered: (key) => `${key} wurde nichts angeboten, dem es sich noch anschließen könnte.`,
  partEnded: (key) => `Was andere gemeldet haben, wurde abgebrochen. ${key} geht für sich weiter.`,
  childReopened: (key, child, by) => [`${key}: Es geht immer noch nicht bei `, by, ` (${child}).`],

  affectedLabel: 'Betroffen',
  affected: (count) => plural(count, `${count} Person`, `${count} Personen`),
  partOf: (key) => `Gehört zu ${key} und wird damit gelöst.`,
  recurring: (times, days, keys) =>
    plural(days, `Zum ${times}. Mal an einem Tag: ${keys}`, `Zum ${times}. Mal in ${days} Tagen: ${keys}`),

  possible: 'Mögliche Störung',
  possibleOf: (what) => `Mögliche Störung: ${what}`,
  possibleText: (people, since) => [`${people} Personen melden dasselbe seit `, since, '.'],
  common: 'Gemeinsam',
  reports: 'Meldungen',
  bot: 'Alarm: ',
  moreReports: (count) => plural(count, `und ${count} weitere`, `und ${count} weitere`),
  possibleHint:
    'Ausgerufen werden sie alle zu Meldungen einer einzigen Störung. Verworfen zählen solche Worte von nun an weniger.',
  declaredBy: (by, key) => [by, ` hat die Störung ausgerufen: ${key}.`],
  dismissedBy: (by) => [by, ' hat es verworfen. Solche Worte zählen von nun an weniger.'],
  declaredAlready: (key) => `Die Störung ist schon ausgerufen: ${key}.`,
  dismissedAlready: 'Es wurde schon verworfen.',
  gone: 'Diese mögliche Störung ist nicht mehr bekannt.',
  dismissed: 'Verworfen. Solche Worte zählen von nun an weniger.',
  declared: (key) => `${key} ist ausgerufen, und die Meldungen gehören dazu.`,

  form: {
    title: 'Störung ausrufen',
    titleLabel: 'Titel',
    titleHint: 'Alle können ihn lesen.',
    impactLabel: 'Auswirkung',
    updateLabel: 'Erste öffentliche Nachricht',
    updateHint: 'Wer es gemeldet hat, bekommt sie, einmal.',
    submit: 'Ausrufen',
  },
  suggestedTitle: (what) => `Problem mit ${what}`,
  description: (reports) => `Ausgerufen aus ${reports}.`,

  stateLabel: 'Zustand',
  sinceLabel: 'Seit',
  updateLabel: 'Zuletzt',
  status: {
    open: 'Wir arbeiten daran.',
    resolved: 'Es ist behoben.',
    cancelled: 'Es war doch keine Störung.',
  },
  statusHint: 'Bei dir auch? Ein Klick, und wir sagen dir Bescheid, wenn es behoben ist.',
  joinedOutage: (key, title) =>
    `${key}: Du gehörst dazu: ${title}. Wir sagen dir hier Bescheid, sobald es behoben ist.`,
  outageOver: (key) => `${key} ist vorbei. Schreib uns, wenn es bei dir nicht so ist.`,
  ownWords: (title) => `Ich auch: ${title}`,
};
