import type { Ticket } from '../tickets/ticket.ts';
import type { ViewContext } from './view-context.ts';

/** Notifications show on locked screens: those of a confidential ticket tell its key and nothing else. */
export function summaryOf(ticket: Pick<Ticket, 'key' | 'confidential'>, { words }: ViewContext): { summary?: string } {
  return ticket.confidential ? { summary: words.cards.summaryConfidential(ticket.key) } : {};
}
