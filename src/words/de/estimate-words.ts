import { pluralIn } from '../plural.ts';
import type { Words } from '../words.ts';

const plural = pluralIn('de');

/** How long tickets like this one take, from being raised to being resolved. */
export const estimateWords: Words['estimates'] = {
  label: 'Dauer',
  elapsed: {
    range: {
      minute: (from, to) => `meist ${span(from, to)} Minuten`,
      hour: (from, to) => `meist ${span(from, to)} ${plural(to, 'Stunde', 'Stunden')}`,
      day: (from, to) => `meist ${span(from, to)} ${plural(to, 'Tag', 'Tage')}`,
    },
    upTo: {
      minute: (to) => `meist bis zu ${to} Minuten`,
      hour: (to) => `meist bis zu ${to} ${plural(to, 'Stunde', 'Stunden')}`,
      day: (to) => `meist bis zu ${to} ${plural(to, 'Tag', 'Tage')}`,
    },
    minutesToHours: (from, to) => `meist zwischen ${from} Minuten und ${to} ${plural(to, 'Stunde', 'Stunden')}`,
    hoursToDays: (from, to) =>
      `meist zwischen ${from} ${plural(from, 'Stunde', 'Stunden')} und ${to} ${plural(to, 'Tag', 'Tagen')}`,
  },
  working: {
    range: {
      minute: (from, to) => `meist ${span(from, to)} Minuten Arbeitszeit`,
      hour: (from, to) => `meist ${span(from, to)} ${plural(to, 'Arbeitsstunde', 'Arbeitsstunden')}`,
      day: (from, to) => `meist ${span(from, to)} ${plural(to, 'Arbeitstag', 'Arbeitstage')}`,
    },
    upTo: {
      minute: (to) => `meist bis zu ${to} Minuten Arbeitszeit`,
      hour: (to) => `meist bis zu ${to} ${plural(to, 'Arbeitsstunde', 'Arbeitsstunden')}`,
      day: (to) => `meist bis zu ${to} ${plural(to, 'Arbeitstag', 'Arbeitstage')}`,
    },
    minutesToHours: (from, to) =>
      `meist zwischen ${from} Minuten und ${to} ${plural(to, 'Stunde', 'Stunden')} Arbeitszeit`,
    hoursToDays: (from, to) =>
      `meist zwischen ${from} ${plural(from, 'Arbeitsstunde', 'Arbeitsstunden')} und ${to} ${plural(to, 'Arbeitstag', 'Arbeitstagen')}`,
  },
};

function span(from: number, to: number): string {
  return from === to ? String(to) : `${from}–${to}`;
}
