import type { Place } from '../chat/refs.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Gist, GistReader } from './gist.ts';
import { matterOf } from './matter.ts';
import type { Report } from './report.ts';

/** As many terms as tell what a report is about. */
const mostTerms = 40;
const longestTitle = 140;

/** A ticket as others are compared with it. */
export function reportOf(
  ticket: Ticket,
  gists: GistReader,
  { isTrouble, place }: { readonly isTrouble: boolean; readonly place?: Place | undefined },
): Report {
  const { key, requester, team, service, title, description, openedAt } = ticket;
  const gist = gists.read({ title, text: description, service });
  return {
    ...{ id: key, person: requester, isBot: false, isTrouble, at: openedAt, team, title: title.slice(0, longestTitle) },
    ...(service ? { service } : {}),
    terms: termsOf(gist),
    matter: matterOf(title, gists),
    ...(place ? { place } : {}),
  };
}

export function termsOf({ terms, written }: Gist): Report['terms'] {
  return [...terms].slice(0, mostTerms).map(([term, weight]) => [term, weight, written.get(term) ?? '']);
}

/** What a kept report is about. */
export function gistOf({ terms, service }: Pick<Report, 'terms' | 'service'>): Gist {
  return {
    terms: new Map(terms.map(([term, weight]) => [term, weight])),
    written: new Map(terms.map(([term, , written]) => [term, written])),
    ...(service ? { service } : {}),
  };
}
