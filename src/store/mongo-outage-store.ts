import type { Collection, Filter } from 'mongodb';
import type { Lesson } from '../outages/likeness.ts';
import type { Outage, OutageCard } from '../outages/outage.ts';
import type { IncidentState, KeptReport, OutageChange, OutageStore } from '../outages/outage-store.ts';
import type { Report } from '../outages/report.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

type ReportDocument = Omit<KeptReport, 'id'> & { readonly _id: string };
interface OutageDocument extends Omit<Outage, 'id'> {
  readonly _id: string;
  /** Some card shows less than what is true. */
  readonly owing: boolean;
  /** Who draws has the right until then. */
  readonly leaseUntil: Date;
  /** Set while somebody draws: when the lease is over and this still stands, they never came to the end. */
  readonly isLeased: boolean;
  /** Its incident is over. */
  readonly isOver: boolean;
}
type LessonDocument = Lesson & { readonly _id: string };

const never = new Date(0);

/** Reports and outages in MongoDB or the embedded server. */
export class MongoOutageStore implements OutageStore {
  readonly #reports: Collection<ReportDocument>;
  readonly #outages: Collection<OutageDocument>;
  readonly #lessons: Collection<LessonDocument>;

  constructor(models: Models) {
    this.#reports = collectionOf(models.outageReports);
    this.#outages = collectionOf(models.outages);
    this.#lessons = collectionOf(models.outageLessons);
  }

  async keep({ id, ...report }: Report, now: Date): Promise<void> {
    await once(() => this.#reports.insertOne({ _id: id, ...report, keptAt: now }));
  }

  async keptSince(at: Date): Promise<readonly KeptReport[]> {
    const found = await this.#reports
      .find({ keptAt: { $gte: at } })
      .sort({ keptAt: 1 })
      .toArray();
    return found.map(({ _id, ...report }) => ({ id: _id, ...report }));
  }

  async forget(id: string): Promise<void> {
    await this.#reports.deleteOne({ _id: id });
  }

  async ofMatter({ matter, service }: Pick<Report, 'matter' | 'service'>, since: Date, limit: number) {
    const found = await this.#reports
      .find({ matter, service: service ?? { $exists: false }, at: { $gte: since } })
      .sort({ at: -1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return found.map(({ _id }) => _id);
  }

  raise({ id, ...outage }: Outage): Promise<boolean> {
    const document = { _id: id, ...outage, owing: true, leaseUntil: never, isLeased: false, isOver: false };
    return once(() => this.#outages.insertOne(document));
  }

  async find(id: string): Promise<Outage | undefined> {
    return toOutage(await this.#outages.findOne({ _id: id }));
  }

  ofReports(ids: readonly string[]): Promise<readonly Outage[]> {
    return this.#all({ 'reports.id': { $in: [...ids] } });
  }

  possibleSince(at: Date): Promise<readonly Outage[]> {
    return this.#all({ state: 'possible', raisedAt: { $gte: at } });
  }

  declared(): Promise<readonly Outage[]> {
    return this.#all({ state: 'declared', isOver: false });
  }

  async change(id: string, state: Outage['state'], { set = {}, addReports = [], addCards = [] }: OutageChange) {
    const isNew = { 'reports.id': { $nin: addReports.map((report) => report.id) } };
    const push = {
      ...(addReports.length > 0 ? { reports: { $each: [...addReports] } } : {}),
      ...(addCards.length > 0 ? { cards: { $each: [...addCards] } } : {}),
    };
    const changed = await this.#outages.findOneAndUpdate(
      { _id: id, state, ...(addReports.length > 0 ? isNew : {}) },
      { $set: { ...set, owing: true }, ...(Object.keys(push).length > 0 ? { $push: push } : {}), $inc: { version: 1 } },
      { returnDocument: 'after' },
    );
    return toOutage(changed);
  }

  async touch(id: string, state: IncidentState): Promise<boolean> {
    const { parent, parentVersion } = state;
    // A merged incident goes on in another one, whose versions are its own.
    const isOlder = { parent, parentVersion: { $gte: parentVersion } };
    const { matchedCount } = await this.#outages.updateOne(
      { _id: id, state: 'declared', $nor: [isOlder] },
      { $set: { ...state, owing: true }, $inc: { version: 1 } },
    );
    return matchedCount > 0;
  }

  async lease(id: string, now: Date, until: Date) {
    const before = await this.#outages.findOneAndUpdate(
      { _id: id, owing: true, leaseUntil: { $lte: now } },
      { $set: { leaseUntil: until, isLeased: true } },
      { returnDocument: 'before' },
    );
    const outage = toOutage(before);
    return before && outage ? { outage, isTakenOver: before.isLeased } : undefined;
  }

  async settle({ id, version }: Outage, cards: readonly OutageCard[]): Promise<Outage | undefined> {
    const done = { cards, owing: false, leaseUntil: never, isLeased: false };
    const { matchedCount } = await this.#outages.updateOne({ _id: id, version }, { $set: done });
    if (matchedCount > 0) return undefined;
    for (;;) {
      const now = await this.find(id);
      if (!now) return undefined;
      const known = new Map(cards.map((card) => [card.id, card]));
      const merged = now.cards.map((card) => known.get(card.id) ?? card);
      const noted = await this.#outages.updateOne({ _id: id, version: now.version }, { $set: { cards: merged } });
      if (noted.matchedCount > 0) return { ...now, cards: merged };
    }
  }

  async release(id: string, retryAt: Date): Promise<void> {
    await this.#outages.updateOne({ _id: id }, { $set: { leaseUntil: retryAt } });
  }

  async owing(now: Date, limit: number): Promise<readonly string[]> {
    const found = await this.#outages
      .find({ owing: true, leaseUntil: { $lte: now } })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return found.map(({ _id }) => _id);
  }

  async lessons(): Promise<readonly Lesson[]> {
    const found = await this.#lessons.find().sort({ at: -1 }).limit(mostLessons).toArray();
    return found.map(({ terms, at, times }) => ({ terms, at, times }));
  }

  async teach(terms: readonly string[], at: Date): Promise<void> {
    const sorted = [...terms].sort();
    const update = { $set: { terms: sorted, at }, $inc: { times: 1 } };
    await this.#lessons.updateOne({ _id: sorted.join(' ') }, update, { upsert: true });
  }

  async #all(filter: Filter<OutageDocument>): Promise<readonly Outage[]> {
    const found = await this.#outages.find(filter).sort({ raisedAt: 1 }).limit(mostOutages).toArray();
    return found.flatMap((document) => toOutage(document) ?? []);
  }
}

/** Older ones weigh next to nothing. */
const mostLessons = 500;
const mostOutages = 200;

async function once(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function toOutage(document: OutageDocument | null): Outage | undefined {
  if (!document) return undefined;
  const { _id, owing, leaseUntil, isLeased, isOver, ...outage } = document;
  return { id: _id, ...outage };
}
