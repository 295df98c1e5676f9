import type { Collection } from 'mongodb';
import type { Absence } from '../duty/absence.ts';
import type { AbsenceStore, Settled, Telling } from '../duty/absence-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

interface AbsenceDocument extends Omit<Absence, 'person'> {
  /** The person: nobody is away twice at a time. */
  readonly _id: string;
  /** Whether leads still have to be told. */
  readonly owing: boolean;
  readonly told: readonly string[];
  readonly leaseUntil: Date;
  /** Set while somebody tells: when the lease is over and this still stands, they never came to the end. */
  readonly isLeased: boolean;
}

const longAgo = new Date(0);

/** Absences in MongoDB or the embedded server. */
export class MongoAbsenceStore implements AbsenceStore {
  readonly #absences: Collection<AbsenceDocument>;

  constructor(models: Models) {
    this.#absences = collectionOf(models.absences);
  }

  async of(person: string, now: Date): Promise<Absence | undefined> {
    const document = await this.#absences.findOne({ _id: person, until: { $gt: now } });
    return document ? toAbsence(document) : undefined;
  }

  async running(now: Date): Promise<readonly Absence[]> {
    const documents = await this.#absences
      .find({ until: { $gt: now } })
      .sort({ until: 1 })
      .toArray();
    return documents.map(toAbsence);
  }

  async begin({ person, from, until }: Absence): Promise<void> {
    const isPutOff = () =>
      this.#absences.updateOne({ _id: person, until: { $gt: from } }, { $set: { until } }).then(wasFound);
    if (await isPutOff()) return;
    const fresh = { from, until, owing: true, told: [], leaseUntil: longAgo, isLeased: false };
    try {
      await this.#absences.updateOne({ _id: person, until: { $lte: from } }, { $set: fresh }, { upsert: true });
    } catch (error) {
      // Another process has just begun it.
      if (!isDuplicateKey(error)) throw error;
      await isPutOff();
    }
  }

  async end(person: string, now: Date): Promise<boolean> {
    const ended = { $set: { until: now, owing: false } };
    return wasFound(await this.#absences.updateOne({ _id: person, until: { $gt: now } }, ended));
  }

  async lease(now: Date, until: Date): Promise<Telling | undefined> {
    const before = await this.#absences.findOneAndUpdate(
      { owing: true, leaseUntil: { $lte: now } },
      { $set: { leaseUntil: until, isLeased: true } },
      { sort: { leaseUntil: 1 }, returnDocument: 'before' },
    );
    return before ? { absence: toAbsence(before), told: before.told, mayHaveArrived: before.isLeased } : undefined;
  }

  async told({ person, from }: Absence, lead: string): Promise<void> {
    await this.#absences.updateOne({ _id: person, from }, { $addToSet: { told: lead } });
  }

  async settle({ person, from }: Absence, next: Settled): Promise<void> {
    const settled =
      next === 'done' ? { owing: false, isLeased: false } : { leaseUntil: next.retryAt, isLeased: next.mayHaveArrived };
    await this.#absences.updateOne({ _id: person, from }, { $set: settled });
  }
}

function toAbsence({ _id, from, until }: AbsenceDocument): Absence {
  return { person: _id, from, until };
}

function wasFound({ matchedCount }: { readonly matchedCount: number }): boolean {
  return matchedCount > 0;
}
