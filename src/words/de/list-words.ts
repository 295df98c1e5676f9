import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('de');

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
  breachingSoonEmpty: (hours) =>
    plural(
      hours,
      'Nichts ist überfällig oder in einer Stunde fällig.',
      `Nichts ist überfällig oder in ${hours} Stunden fällig.`,
    ),
  breachingWithin: (hours) =>
    plural(hours, 'Überfällig oder in einer Stunde fällig.', `Überfällig oder in ${hours} Stunden fällig.`),
  found: (words) => `Gefunden zu „${words}“`,
  foundEmpty: 'Nichts gefunden. Versuch es mit weniger oder anderen Wörtern.',
  range: (from, to, total) => `${from} bis ${to} von ${total}`,
  pageGone: 'Auf dieser Seite steht nichts mehr.',
};
