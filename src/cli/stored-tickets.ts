import { momentsOf } from '../sla/moments-of.ts';
import type { ReplayedTicket } from '../sla/replay.ts';
import { collectionOf, defineModels } from '../store/models.ts';
import type { TicketDocument } from '../store/ticket-document.ts';
import { openStore, type StoreAddress } from './open-store.ts';

/**
 * Reads the tickets that were opened since an instant, oldest first; writes nothing.
 * @throws DeskError `unavailable` with what to do, when the store cannot be read
 */
export async function ticketsOpenedSince(since: Date, store: StoreAddress): Promise<readonly ReplayedTicket[]> {
  const { connection, close } = await openStore(store);
  try {
    const tickets = collectionOf<TicketDocument>(defineModels(connection).tickets);
    const found: ReplayedTicket[] = [];
    for await (const ticket of tickets
      .find({ openedAt: { $gte: since } })
      .sort({ openedAt: 1 })
      .project<Read>(read))
      found.push({
        ...{ key: ticket._id, team: ticket.team, priority: ticket.priority },
        moments: momentsOf(ticket, ticket.groups ?? []),
      });
    return found;
  } finally {
    await close();
  }
}

type Read = Pick<
  TicketDocument,
  '_id' | 'kind' | 'priority' | 'service' | 'team' | 'requester' | 'status' | 'history'
> & { readonly groups?: readonly string[] };

/** No words of anybody's: only what clocks look at. */
const read = { kind: 1, priority: 1, service: 1, team: 1, requester: 1, status: 1, history: 1, groups: 1 } as const;
