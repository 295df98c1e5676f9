import type { PastTicket } from '../estimates/backtest.ts';
import { teachingCodes } from '../estimates/likeness.ts';
import { momentsOf } from '../sla/moments-of.ts';
import type { TicketFacts } from '../sla/policy.ts';
import { collectionOf, defineModels } from '../store/models.ts';
import type { TicketDocument } from '../store/ticket-document.ts';
import { openStatuses, priorities, ticketKinds } from '../tickets/ticket.ts';
import { openStore, type StoreAddress } from './open-store.ts';

/**
 * Reads the tickets from which estimates learn that were resolved since an instant, and those that are open; writes
 * nothing.
 * @throws DeskError `unavailable` with what to do, when the store cannot be read
 */
export async function pastTicketsSince(since: Date, store: StoreAddress): Promise<readonly PastTicket[]> {
  const { connection, close } = await openStore(store);
  try {
    const tickets = collectionOf<TicketDocument>(defineModels(connection).tickets);
    const found: PastTicket[] = [];
    for await (const ticket of tickets.find(resolvedOrOpen(since)).project<Read>(read)) found.push(pastTicket(ticket));
    return found;
  } finally {
    await close();
  }
}

function resolvedOrOpen(since: Date) {
  const resolved = { resolvedAt: { $gte: since }, 'resolution.code': { $in: [...teachingCodes] } };
  return { $or: [resolved, { status: { $in: [...openStatuses] } }] };
}

/** No words of anybody's: only what estimates look at. */
const read = {
  ...{ kind: 1, priority: 1, service: 1, team: 1, requester: 1, status: 1, confidential: 1 },
  ...{ openedAt: 1, resolvedAt: 1, groups: 1 },
  ...{ 'history.at': 1, 'history.by': 1, 'history.move': 1, 'history.changes': 1 },
} as const;

type Read = Pick<
  TicketDocument,
  | ('kind' | 'priority' | 'service' | 'team' | 'requester' | 'status' | 'confidential')
  | ('openedAt' | 'resolvedAt' | 'history')
> & { readonly groups?: readonly string[] };

function pastTicket(ticket: Read): PastTicket {
  const { kind, priority, service, team, requester, confidential, openedAt, resolvedAt, groups = [] } = ticket;
  const now = { kind, priority, team, ...(service === undefined ? {} : { service }) };
  const first = momentsOf(ticket, groups)[0]?.facts ?? { ...now, requester, groups };
  return {
    ...now,
    confidential,
    openedAt,
    ...(resolvedAt ? { resolvedAt } : {}),
    asRaised: { ...first, ...known(first, now) },
  };
}

/** The history tells kind and priority as they were written; what is none of them has never been one of ours. */
function known({ kind, priority }: TicketFacts, now: Pick<PastTicket, 'kind' | 'priority'>) {
  return {
    kind: ticketKinds.find((one) => one === kind) ?? now.kind,
    priority: priorities.find((one) => one === priority) ?? now.priority,
  };
}
