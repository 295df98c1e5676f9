import type { Collection, Filter } from 'mongodb';
import type { Span } from '../estimates/estimate-of.ts';
import type { EstimateSource, PastTickets } from '../estimates/estimate-source.ts';
import { looksAtConfidential, teachingCodes } from '../estimates/likeness.ts';
import type { Likeness } from '../tickets/ticket.ts';
import { collectionOf, type Models } from './models.ts';
import type { TicketDocument } from './ticket-document.ts';

/** When tickets were raised and resolved, in MongoDB or the embedded server. Each question is one range of an index. */
export class MongoEstimateSource implements EstimateSource {
  readonly #tickets: Collection<TicketDocument>;

  constructor(models: Models) {
    this.#tickets = collectionOf(models.tickets);
  }

  async resolvedLike(likeness: Likeness, since: Date, most: number): Promise<PastTickets> {
    const spans = await this.#find(likeness, since, -1, most);
    const [first] = spans.length < most ? spans.slice(-1) : await this.#find(likeness, since, 1, 1);
    return { spans, ...(first ? { since: first.openedAt } : {}) };
  }

  #find(likeness: Likeness, since: Date, order: 1 | -1, most: number): Promise<Span[]> {
    return this.#tickets
      .find(resolvedLike(likeness, since))
      .sort({ resolvedAt: order })
      .limit(most)
      .project<Span>({ _id: 0, openedAt: 1, resolvedAt: 1 })
      .toArray();
  }
}

/** A reopened ticket has no resolution until the one that stands, and a cancelled one never has any. */
export function resolvedLike(likeness: Likeness, since: Date): Filter<TicketDocument> {
  return {
    ...likeness,
    ...(looksAtConfidential(likeness) ? {} : { confidential: false }),
    resolvedAt: { $gte: since },
    'resolution.code': { $in: [...teachingCodes] },
  };
}
