import type { Collection, Filter } from 'mongodb';
import type { Span } from '../estimates/estimate-of.ts';
import type { EstimateSource, PastQuestion, PastTickets } from '../estimates/estimate-source.ts';
import { collectionOf, type Models } from './models.ts';
import type { TicketDocument } from './ticket-document.ts';

/** When tickets were raised and resolved, in MongoDB or the embedded server. Each question is one range of an index. */
export class MongoEstimateSource implements EstimateSource {
  readonly #tickets: Collection<TicketDocument>;

  constructor(models: Models) {
    this.#tickets = collectionOf(models.tickets);
  }

  async resolvedLike(question: PastQuestion): Promise<PastTickets> {
    const spans = await this.#find(question, -1, question.most);
    const [first] = spans.length < question.most ? spans.slice(-1) : await this.#find(question, 1, 1);
    return { spans, ...(first ? { since: first.openedAt } : {}) };
  }

  #find(question: PastQuestion, order: 1 | -1, most: number): Promise<Span[]> {
    return this.#tickets
      .find(filterFor(question))
      .sort({ resolvedAt: order })
      .limit(most)
      .project<Span>({ _id: 0, openedAt: 1, resolvedAt: 1 })
      .toArray();
  }
}

/**
 * A reopened ticket has no resolution until the one that stands, and a cancelled one never has any. What articles solved says
 * nothing of how long people take.
 */
export function filterFor({ like, isConfidentialToo, codes, since }: PastQuestion): Filter<TicketDocument> {
  return {
    ...like,
    ...(isConfidentialToo ? {} : { confidential: false }),
    resolvedAt: { $gte: since },
    'resolution.code': { $in: [...codes] },
    'answer.state': { $ne: 'solved' },
  };
}
