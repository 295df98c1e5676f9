import { cut } from '../chat/plain-text.ts';
import type { Consideration } from '../tickets/consideration.ts';
import type { SimilarTicket } from '../tickets/similar-tickets.ts';
import type { SolvedTicket, SolvedTickets } from './solved-tickets.ts';

/** Notes on a new ticket up to three that were solved before and look like the same matter. */
export function solvedBefore(solved: Pick<SolvedTickets, 'like'>): Consideration {
  return {
    name: 'solved before',
    of: async (ticket) => {
      if (ticket.similar) return undefined;
      const similar = (await solved.like(ticket, mostShown)).map(toSimilar);
      return similar.length === 0 ? undefined : { isAsking: false, step: () => ({ set: { similar } }) };
    },
  };
}

const mostShown = 3;

function toSimilar({ ticket, note, score }: SolvedTicket): SimilarTicket {
  const what = (note || ticket.title).replace(/\s+/g, ' ').trim();
  return { key: ticket.key, what: cut(what, longestWhat), score: Math.round(score * 100) / 100 };
}

/** UTF-16 units. */
const longestWhat = 100;
