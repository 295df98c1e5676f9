import type { Collection, Filter } from 'mongodb';
import type { SolvedSource, SolvedText } from '../help/solved-source.ts';
import type { ResolutionCode } from '../tickets/ticket.ts';
import { collectionOf, type Models } from './models.ts';
import type { TicketDocument } from './ticket-document.ts';

type Found = Pick<TicketDocument, '_id' | 'title' | 'description' | 'resolvedAt'>;

/** The others say that nothing was done. */
const solving: readonly ResolutionCode[] = ['fixed', 'workaround', 'answered'];
const fields = { title: 1, description: 1, resolvedAt: 1 } as const;

/** Solved tickets in MongoDB or the embedded server, by the time of their resolution. */
export class MongoSolvedSource implements SolvedSource {
  readonly #tickets: Collection<TicketDocument>;

  constructor(models: Models) {
    this.#tickets = collectionOf(models.tickets);
  }

  async *newest(most: number, batchSize: number): AsyncIterable<readonly SolvedText[]> {
    const cursor = this.#tickets
      .find(solvedSince(new Date(0)))
      .sort({ resolvedAt: -1 })
      .limit(most)
      .batchSize(batchSize)
      .project<Found>(fields);
    let batch: SolvedText[] = [];
    for await (const document of cursor) {
      batch.push(...toSolved(document));
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  async since(at: Date, most: number): Promise<readonly SolvedText[]> {
    const documents = await this.#tickets
      .find(solvedSince(at))
      .sort({ resolvedAt: 1 })
      .limit(most)
      .project<Found>(fields)
      .toArray();
    return documents.flatMap(toSolved);
  }
}

function solvedSince(at: Date): Filter<TicketDocument> {
  return { resolvedAt: { $gte: at }, confidential: false, 'resolution.code': { $in: [...solving] } };
}

function toSolved({ _id, title, description, resolvedAt }: Found): readonly SolvedText[] {
  return resolvedAt ? [{ key: _id, title, description, resolvedAt }] : [];
}
