import { isOpen, type Ticket } from './ticket.ts';

/**
 * Whether an open ticket of another desk lies still: it was brought in, but not to life, and nobody has done anything with
 * it here. Then it neither posts nor rings.
 */
export function isStill(ticket: Pick<Ticket, 'status' | 'source' | 'history'>): boolean {
  const { source, history } = ticket;
  return isOpen(ticket) && source.via === 'import' && history.every(({ event }) => event === source.key);
}

/** What stands as `event` in the history that an import brought. @param isLive whether the ticket came to life with it */
export function importEvent(sourceKey: string, isLive: boolean): string {
  return isLive ? `${sourceKey}:live` : sourceKey;
}
