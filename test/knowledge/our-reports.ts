import type { Report } from '../../src/knowledge/similar.ts';

/** What people write of the same matter, each list of one. */
export const matters: readonly (readonly string[])[] = [
  [
    'vpn down',
    'VPN does not connect since this morning',
    'cant get into the vpn',
    'vpn connection fails with a timeout',
  ],
  ['printer on 3rd floor jams', 'paper jam in printer 3rd floor', 'the printer on floor 3 has a jam again'],
  ['outlook keeps crashing', 'Outlook crashes when I open it', 'my outlok crashes all the time'],
  ['cannot print invoices from SAP', 'SAP invoice printing broken', 'printing invoices out of sap does not work'],
  ['wifi is slow in the meeting room', 'slow wifi meeting room 2', 'wi-fi in meeting room really slow today'],
  ['forgot my password', 'please reset my password, I forgot it', 'password forgotten'],
  ['the shop page shows error 502', '502 on the shop', 'error 502 in the web shop at checkout'],
  ['monitor stays black', 'my second monitor is black', 'black screen on the monitor after docking'],
  ['kann mich nicht anmelden', 'Anmeldung geht nicht', 'Anmelden am Rechner geht nicht mehr'],
  ['Drucker druckt nicht', 'der Drucker im Flur druckt nichts mehr', 'Flurdrucker druckt nicht'],
  ['Teams Anruf ohne Ton', 'kein Ton im Teams-Anruf', 'im Teams Anruf höre ich keinen Ton'],
  ['badge does not open the garage', 'garage door does not react to my badge', 'badge reader garage broken'],
  ['メールが送信できません', 'メール送信できない'],
];

/** Others, each of its own matter. */
const others: readonly string[] = [
  'need a new keyboard',
  'please install Photoshop for me',
  'headset has no sound',
  'laptop battery lasts ten minutes',
  'access to the finance folder',
  'new colleague starts on Monday',
  'calendar shows the wrong time zone',
  'zoom licence has run out',
  'phone screen is cracked',
  'Git push is rejected',
  'Excel file is locked by another user',
  'license for AutoCAD wanted',
  'Softwarecenter zeigt nichts an',
  'Maus ist kaputt',
  'Neues Handy bestellen',
  'spam mail from a supplier',
];

export const ourReports: readonly Report[] = [...matters.flat(), ...others].map((text, number) => ({
  id: `R-${number + 1}`,
  title: text,
  text: '',
}));
