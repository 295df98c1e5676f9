import type { AssistantConfig, BudgetConfig } from '../../config/assistant-config.ts';
import type { Usage } from './model-client.ts';

/** What models have cost; money in millionths of the desk's currency, so that sums are exact. */
export interface Spent {
  readonly tokens: number;
  readonly micros: number;
}

/** What is not there has no limit. */
export type SpendingLimit = Partial<Spent>;

/** A desk's day, or one person's share of it. */
export interface Purse {
  /** `YYYY-MM-DD` in the desk's zone. */
  readonly day: string;
  /** The desk's id of a person; absent: all together. */
  readonly person?: string | undefined;
}

/** What was spent, counted for all processes of a desk together. */
export interface BudgetStore {
  /**
   * Counts what a call will cost at most, unless the purse has reached its limit already. So the last call may go beyond
   * it, and no further one begins.
   */
  reserve(purse: Purse, amount: Spent, limit: SpendingLimit, now: Date): Promise<boolean>;
  /** Puts right what was reserved. @returns what is spent now */
  settle(purse: Purse, difference: Spent): Promise<Spent>;
  /** @returns whether nobody has told of it that day: true once for all processes */
  mayTell(day: string, what: string, now: Date): Promise<boolean>;
}

export function deskLimit({ tokensPerDay, moneyPerDay }: BudgetConfig): SpendingLimit {
  return limit(tokensPerDay, moneyPerDay);
}

export function personLimit({ tokensPerPersonPerDay, moneyPerPersonPerDay }: BudgetConfig): SpendingLimit {
  return limit(tokensPerPersonPerDay, moneyPerPersonPerDay);
}

/** How much of a limit is spent: 1 is all of it. */
export function shareSpent(spent: Spent, { tokens, micros }: SpendingLimit): number {
  const shares = [
    tokens === undefined ? 0 : spent.tokens / tokens,
    // With no money at all the budget is spent from the start.
    micros === undefined ? 0 : micros === 0 ? 1 : spent.micros / micros,
  ];
  return Math.max(...shares);
}

/** @returns undefined when nobody knows the price of the model */
export function costOf({ input, output }: Usage, model: string, prices: AssistantConfig['prices']): number | undefined {
  const price = Object.hasOwn(prices, model) ? prices[model] : undefined;
  // Money for a million tokens is millionths for one.
  return price && Math.ceil(input * price.input + output * price.output);
}

function limit(tokens: number | undefined, money: number | undefined): SpendingLimit {
  return {
    ...(tokens === undefined ? {} : { tokens }),
    ...(money === undefined ? {} : { micros: Math.round(money * 1_000_000) }),
  };
}
