import type { Words } from '../words.ts';

/** Lists and the home page, in German. */
export const listWords: Words['lists'] = {
  welcome: 'Ist etwas los? Melde es hier, oder schreib mir einfach.',
  mine: 'Meine Anliegen',
  mineEmpty: 'Du hast keine Anliegen.',
  assigned: 'Bei mir',
  assignedEmpty: 'Dir ist nichts zugewiesen.',
  unclaimed: 'Frei in meinen Teams',
  unclaimedEmpty: 'Es wartet nichts darauf, übernommen zu werden.',
  breachingSoon: 'Bald überfällig',
  breachingSoonEmpty: 'Nichts wird bald fällig.',
  found: (words) => `Gefunden zu „${words}“`,
  foundEmpty: 'Nichts gefunden. Versuch es mit weniger oder anderen Wörtern.',
  range: (from, to, total) => `${from} bis ${to} von ${total}`,
  pageGone: 'Auf dieser Seite steht nichts mehr.',
};
