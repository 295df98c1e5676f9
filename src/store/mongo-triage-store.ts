import type { Collection, Filter } from 'mongodb';
import { correctingMoves } from '../tickets/ticket-triage.ts';
import type { TeachingTicket } from '../triage/lessons.ts';
import type { Licence } from '../triage/licence.ts';
import type { News, TriageStore } from '../triage/triage-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';
import type { TicketDocument } from './ticket-document.ts';

interface LicenceDocument extends Licence {
  /** `<field> <by>` */
  readonly _id: string;
  /** The admins have to be told; whoever does has the right until then. */
  readonly tellAt?: Date;
  readonly isClaimed?: boolean;
}

/** What is read of a ticket. */
const taught = {
  ...{ description: 1, kind: 1, service: 1, team: 1, category: 1, impact: 1, urgency: 1, priority: 1, status: 1 },
  ...{ confidential: 1, mergedInto: 1, resolvedAt: 1, triage: 1 },
  ...{ 'history.move': 1, 'history.by': 1, 'history.at': 1, 'history.changes': 1 },
} as const;

/** Lessons and licences in MongoDB or the embedded server. A lesson is the ticket itself: nothing of it is kept twice. */
export class MongoTriageStore implements TriageStore {
  readonly #tickets: Collection<TicketDocument>;
  readonly #licences: Collection<LicenceDocument>;

  constructor(models: Pick<Models, 'tickets' | 'triageLicences'>) {
    this.#tickets = collectionOf(models.tickets);
    this.#licences = collectionOf(models.triageLicences);
  }

  judged(limit: number): Promise<readonly TeachingTicket[]> {
    return this.#read({}, limit);
  }

  judgedSince(day: string): Promise<readonly TeachingTicket[]> {
    return this.#read({ $and: [{ $or: [{ openedDay: { $gte: day } }, { resolvedDay: { $gte: day } }] }] }, 5_000);
  }

  async #read(filter: Filter<TicketDocument>, limit: number): Promise<readonly TeachingTicket[]> {
    const isJudged = { $or: [{ resolvedAt: { $exists: true } }, { 'history.move': { $in: [...correctingMoves] } }] };
    const documents = await this.#tickets
      .find({ ...isJudged, ...filter })
      .sort({ openedDay: -1 })
      .limit(limit)
      .project<Omit<TeachingTicket, 'key'> & { readonly _id: string }>(taught)
      .toArray();
    return documents.map(({ _id, ...rest }) => ({ key: _id, ...rest }));
  }

  async licences(): Promise<readonly Licence[]> {
    return (await this.#licences.find().toArray()).map(toLicence);
  }

  async writeLicence(licence: Licence, isToBeTold: boolean): Promise<boolean> {
    const _id = idOf(licence);
    const news = isToBeTold
      ? { $set: { ...licence, tellAt: new Date(0), isClaimed: false } }
      : { $set: { ...licence } };
    try {
      const { matchedCount, upsertedCount } = await this.#licences.updateOne(
        { _id, version: licence.version - 1 },
        news,
        { upsert: licence.version === 1 },
      );
      return matchedCount + upsertedCount > 0;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async claimNews(now: Date, until: Date): Promise<News | undefined> {
    const before = await this.#licences.findOneAndUpdate(
      { tellAt: { $lte: now } },
      { $set: { tellAt: until, isClaimed: true } },
      { returnDocument: 'before' },
    );
    return before ? { ...toLicence(before), mayHaveArrived: before.isClaimed === true } : undefined;
  }

  async settleNews(news: News): Promise<void> {
    await this.#licences.updateOne(
      { _id: idOf(news), version: news.version },
      { $unset: { tellAt: '', isClaimed: '' } },
    );
  }
}

function idOf({ field, by }: Pick<Licence, 'field' | 'by'>): string {
  return `${field} ${by}`;
}

function toLicence({ field, by, state, since, version, judged, right }: LicenceDocument): Licence {
  return { field, by, state, since, version, judged, right };
}
