import type { Place } from '../chat/refs.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { AlikeNaming } from '../tickets/ticket-outage.ts';

/**
 * What of a ticket may be named to an employee who has nothing to do with it: an outage that was declared for everybody;
 * words that stand in a channel that everybody can read; else no more than that there is something.
 * @param isPublic whether everybody can read the conversation
 */
export async function namingOf(
  ticket: Ticket,
  isPublic: (conversation: Place) => Promise<boolean>,
): Promise<AlikeNaming> {
  const { outage, title, source, service, thread, openedAt } = ticket;
  if (outage) return { kind: 'outage', title, since: openedAt };
  const isSaidAloud = source.via === 'channel' || source.via === 'mention';
  if (isSaidAloud && thread && !source.isDeleted && (await isPublic(thread)))
    return { kind: 'public', title, since: openedAt };
  return { kind: 'hidden', ...(service ? { service } : {}), since: openedAt };
}
