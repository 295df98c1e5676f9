import { collectionOf, defineModels } from '../store/models.ts';
import type { TicketDocument } from '../store/ticket-document.ts';
import type { MoveName } from '../tickets/history.ts';
import type { LabelledItem } from '../triage/backtest.ts';
import { openStore, type StoreAddress } from './open-store.ts';

export interface StoredItems {
  readonly items: readonly LabelledItem[];
  /** How many of them people have corrected. */
  readonly corrected: number;
  /** Confidential ones are not looked at. */
  readonly confidential: number;
}

/** With these moves people say what a ticket really is. */
const corrections: readonly MoveName[] = ['edit', 'escalateTeam', 'prioritise'];

/**
 * Reads the tickets that were opened since an instant, oldest first, and what became of them: as they were corrected, or
 * as they were resolved without. Writes nothing.
 * @throws DeskError `unavailable` with what to do, when the store cannot be read
 */
export async function itemsSince(since: Date, store: StoreAddress): Promise<StoredItems> {
  const { connection, close } = await openStore(store);
  try {
    const tickets = collectionOf<TicketDocument>(defineModels(connection).tickets);
    const opened = { openedAt: { $gte: since } };
    const items: LabelledItem[] = [];
    let corrected = 0;
    for await (const ticket of tickets
      .find({ ...opened, confidential: false, status: { $ne: 'cancelled' } })
      .sort({ openedAt: 1 })
      .project<Read>(read)) {
      const isCorrected = ticket.history.some(({ move, by }) => corrections.includes(move) && by !== 'desk');
      if (ticket.mergedInto !== undefined || ticket.description.trim() === '') continue;
      if (!isCorrected && ticket.resolvedAt === undefined) continue;
      corrected += Number(isCorrected);
      items.push(itemOf(ticket));
    }
    return { items, corrected, confidential: await tickets.countDocuments({ ...opened, confidential: true }) };
  } finally {
    await close();
  }
}

const read = {
  ...{ description: 1, kind: 1, service: 1, team: 1, category: 1, impact: 1, urgency: 1, priority: 1 },
  ...{ resolvedAt: 1, mergedInto: 1, 'history.move': 1, 'history.by': 1 },
} as const;

type Read = Pick<
  TicketDocument,
  | ('_id' | 'description' | 'kind' | 'service' | 'team' | 'category' | 'impact' | 'urgency' | 'priority')
  | ('resolvedAt' | 'mergedInto' | 'history')
>;

function itemOf({ _id, description, kind, service, team, category, impact, urgency, priority }: Read): LabelledItem {
  return {
    id: _id,
    text: description,
    truth: {
      ...{ kind, team, impact: String(impact), urgency: String(urgency), priority },
      ...(service === undefined ? {} : { service }),
      ...(category === undefined ? {} : { category }),
    },
  };
}
