import type { Collection } from 'mongodb';
import type { TurnBook } from '../duty/turn-book.ts';
import type { Holding, TurnStore } from '../duty/turn-store.ts';
import type { Status, Ticket } from '../tickets/ticket.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';
import { type TicketDocument, toTicket } from './ticket-document.ts';

type BookDocument = Omit<TurnBook, 'team'> & { readonly _id: string };

/** In these somebody has it. */
const held: Status[] = ['in_progress', 'on_hold'];

/** Turns, and who has what, in MongoDB or the embedded server. */
export class MongoTurnStore implements TurnStore {
  readonly #books: Collection<BookDocument>;
  readonly #tickets: Collection<TicketDocument>;

  constructor(models: Models) {
    this.#books = collectionOf(models.turns);
    this.#tickets = collectionOf(models.tickets);
  }

  async book(team: string): Promise<TurnBook> {
    const document = await this.#books.findOne({ _id: team });
    const { _id, ...book } = document ?? { _id: team, version: 0, given: [], claims: [] };
    return { team: _id, ...book };
  }

  async write(before: TurnBook, { team, ...after }: TurnBook): Promise<boolean> {
    try {
      const { matchedCount, upsertedCount } = await this.#books.updateOne(
        { _id: team, version: before.version },
        { $set: after },
        { upsert: before.version === 0 },
      );
      return matchedCount + upsertedCount > 0;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async holdings(keys: readonly string[]): Promise<ReadonlyMap<string, Holding>> {
    const documents = await this.#tickets
      .find({ _id: { $in: [...keys] } })
      .project<Holding & { _id: string }>({ status: 1, team: 1, assignee: 1 })
      .toArray();
    return new Map(documents.map(({ _id, ...holding }) => [_id, holding]));
  }

  async loads(people: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counts = await this.#tickets
      .aggregate<{ _id: string; count: number }>([
        { $match: { assignee: { $in: people }, status: { $in: held } } },
        { $group: { _id: '$assignee', count: { $sum: 1 } } },
      ])
      .toArray();
    return new Map(counts.map(({ _id, count }) => [_id, count]));
  }

  async heldBy(people: readonly string[], limit: number): Promise<readonly Ticket[]> {
    if (people.length === 0) return [];
    const documents = await this.#tickets
      .find({ assignee: { $in: [...people] }, status: { $in: held } })
      .limit(limit)
      .toArray();
    return documents.map(toTicket);
  }

  async askAgain(teams: readonly string[], now: Date): Promise<void> {
    const waiting = { team: { $in: [...teams] }, status: 'new', nextAlarmAt: { $gt: now } } as const;
    await this.#tickets.updateMany(waiting, { $set: { nextAlarmAt: now } });
  }
}
