import type { Collection } from 'mongodb';
import type { BudgetStore, Purse, SpendingLimit, Spent } from '../triage/model/budget.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

/** One for each day, and one for each person and day. */
interface PurseDocument extends Spent {
  readonly _id: string;
  /** What the admins were told that day. */
  readonly told?: readonly string[];
  readonly at: Date;
}

/** What models cost, counted in one place for all processes. */
export class MongoModelBudgetStore implements BudgetStore {
  readonly #purses: Collection<PurseDocument>;

  constructor({ modelBudgets }: Pick<Models, 'modelBudgets'>) {
    this.#purses = collectionOf(modelBudgets);
  }

  reserve(purse: Purse, { tokens, micros }: Spent, limit: SpendingLimit, now: Date): Promise<boolean> {
    const _id = idOf(purse);
    const left = {
      ...(limit.tokens === undefined ? {} : { tokens: { $lt: limit.tokens } }),
      ...(limit.micros === undefined ? {} : { micros: { $lt: limit.micros } }),
    };
    // Where the limit is reached nothing is found, and a second purse of that name cannot be made.
    return this.#unlessThere(async () => {
      const count = { $inc: { tokens, micros }, $setOnInsert: { at: now } };
      const { matchedCount, upsertedCount } = await this.#purses.updateOne({ _id, ...left }, count, { upsert: true });
      return matchedCount + upsertedCount > 0;
    });
  }

  async settle(purse: Purse, { tokens, micros }: Spent): Promise<Spent> {
    const now = await this.#purses.findOneAndUpdate(
      { _id: idOf(purse) },
      { $inc: { tokens, micros } },
      { returnDocument: 'after' },
    );
    return now ? { tokens: now.tokens, micros: now.micros } : { tokens: 0, micros: 0 };
  }

  mayTell(day: string, what: string, now: Date): Promise<boolean> {
    return this.#unlessThere(async () => {
      const { matchedCount, upsertedCount } = await this.#purses.updateOne(
        { _id: day, told: { $ne: what } },
        { $addToSet: { told: what }, $setOnInsert: { at: now, tokens: 0, micros: 0 } },
        { upsert: true },
      );
      return matchedCount + upsertedCount > 0;
    });
  }

  /** Two processes that make the same purse at once: the one that came second looks again. */
  async #unlessThere(update: () => Promise<boolean>): Promise<boolean> {
    for (const isLast of [false, true])
      try {
        return await update();
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        if (isLast) return false;
      }
    return false;
  }
}

function idOf({ day, person }: Purse): string {
  return person === undefined ? day : `${day} ${person}`;
}
