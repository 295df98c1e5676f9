import type { ViewContext } from '../../src/views/view-context.ts';
import { wordsFor } from '../../src/words/words-for.ts';

const names: Readonly<Record<string, string>> = { dana: 'Dana Lee', ben: 'Ben Ito', lea: 'Lea Roy' };
const teams: Readonly<Record<string, string>> = { it: 'IT support', net: 'Networks' };

/** A reader at an hour after the ticket was opened. */
export function aContext(locale = 'en'): ViewContext {
  return {
    words: wordsFor(locale, 'en'),
    locale,
    timeZone: 'Europe/Berlin',
    now: new Date('2026-03-02T09:00:00Z'),
    person: (id) => ({ kind: 'mention', refs: [`slack:T1/${id}`], name: names[id] ?? id }),
    teamName: (id) => teams[id] ?? id,
    serviceName: (id) => id.toUpperCase(),
    vendorName: (id) => `${id} Ltd`,
    groupName: (id) => id.toUpperCase(),
    workingTimeBetween: (_policy, from, to) => Math.max(0, to.getTime() - from.getTime()),
    openServices: ['vpn', 'email'],
    deskName: 'IT Help',
    isSurveyAnonymous: false,
  };
}
