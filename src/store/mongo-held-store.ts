import type { Collection } from 'mongodb';
import type { HeldBundle, HeldFor, HeldNotice, HeldStore } from '../delivery/held-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

interface HeldDocument {
  readonly _id: string;
  readonly to: HeldFor;
  readonly notices: readonly HeldNotice[];
  /** Also while somebody sends it: until then nobody else does. */
  readonly until: Date;
  readonly tries: number;
}

/** One document for each hearer and morning. */
export class MongoHeldStore implements HeldStore {
  readonly #held: Collection<HeldDocument>;

  constructor(models: Models) {
    this.#held = collectionOf(models.held);
  }

  async hold(to: HeldFor, until: Date, notice: HeldNotice): Promise<void> {
    const add = { $addToSet: { notices: notice }, $setOnInsert: { to, until, tries: 0 } };
    const filter = { _id: `${JSON.stringify(to)}:${until.toISOString()}` };
    try {
      await this.#held.updateOne(filter, add as never, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await this.#held.updateOne(filter, add as never); // two notices at once made the bundle; it is there now
    }
  }

  async take(now: Date, leaseUntil: Date): Promise<HeldBundle | undefined> {
    const taken = await this.#held.findOneAndUpdate(
      { until: { $lte: now } },
      { $set: { until: leaseUntil }, $inc: { tries: 1 } },
      { sort: { until: 1 }, returnDocument: 'before' },
    );
    return taken ? { id: taken._id, to: taken.to, notices: taken.notices, mayHaveArrived: taken.tries > 0 } : undefined;
  }

  async sent({ id, notices }: HeldBundle): Promise<void> {
    await this.#held.deleteOne({ _id: id, notices: { $size: notices.length } });
  }
}
