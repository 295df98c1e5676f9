import type { Clock } from '../../clock.ts';
import type { DeskConfig } from '../../config/desk-config.ts';
import { dayIn } from '../../tickets/ticket-service.ts';
import type { Matter } from '../assistant.ts';
import { type BudgetStore, costOf, deskLimit, type Purse, personLimit, type Spent, shareSpent } from './budget.ts';
import type { Usage } from './model-client.ts';

/** What the admins hear about the desk's budget: once a day each. */
export type BudgetNews = 'nearly' | 'spent' | 'personSpent' | 'noPrice';

export interface SpendingParts {
  readonly store: BudgetStore;
  readonly config: () => DeskConfig;
  readonly clock: Clock;
  readonly onNews: (news: BudgetNews, day: string) => void;
}

/** What one call may cost, set aside for it. */
export interface Reservation {
  /** Called once, when it is known what the call did cost. */
  settle(usage: Usage): Promise<void>;
}

const nearlyAll = 0.8;
const nothing: Spent = { tokens: 0, micros: 0 };

/** Keeps what models cost within what desk.yaml allows for a day and a person. */
export class Spending {
  readonly #parts: SpendingParts;

  constructor(parts: SpendingParts) {
    this.#parts = parts;
  }

  /** @param most what the call costs at most @returns undefined when the budget is spent */
  async reserve(model: string, most: Usage, { person }: Matter): Promise<Reservation | undefined> {
    const { clock, config } = this.#parts;
    const now = clock.now();
    const day = dayIn(config().desk.timeZone, now);
    const amount = this.#amount(most, model);
    if (amount === 'unknown') return this.#refuse('noPrice', day);
    const [whole, share]: [Purse, Purse | undefined] = [{ day }, person ? { day, person } : undefined];
    const { budget } = config().assistant;
    const isLeft = await this.#take(whole, amount);
    if (!isLeft) return this.#refuse('spent', day);
    if (share && !(await this.#take(share, amount))) {
      await this.#parts.store.settle(whole, minus(nothing, amount));
      return this.#refuse('personSpent', day);
    }
    return {
      settle: async (usage) => {
        const real = this.#amount(usage, model);
        const difference = minus(real === 'unknown' ? nothing : real, amount);
        if (share) await this.#parts.store.settle(share, difference);
        const spent = shareSpent(await this.#parts.store.settle(whole, difference), deskLimit(budget));
        if (spent >= 1) await this.#tell('spent', day);
        else if (spent >= nearlyAll) await this.#tell('nearly', day);
      },
    };
  }

  /** Without a price money cannot be counted; where it is limited, that is too little to begin. */
  #amount(usage: Usage, model: string): Spent | 'unknown' {
    const { prices, budget } = this.#parts.config().assistant;
    const micros = costOf(usage, model, prices);
    const isLimited = budget.moneyPerDay !== undefined || budget.moneyPerPersonPerDay !== undefined;
    if (micros === undefined && isLimited) return 'unknown';
    return { tokens: usage.input + usage.output, micros: micros ?? 0 };
  }

  async #take(purse: Purse, amount: Spent): Promise<boolean> {
    const { budget } = this.#parts.config().assistant;
    const limit = purse.person === undefined ? deskLimit(budget) : personLimit(budget);
    if (shareSpent(nothing, limit) >= 1) return false;
    return this.#parts.store.reserve(purse, amount, limit, this.#parts.clock.now());
  }

  async #refuse(news: BudgetNews, day: string): Promise<undefined> {
    await this.#tell(news, day);
    return undefined;
  }

  async #tell(news: BudgetNews, day: string): Promise<void> {
    const { store, clock, onNews } = this.#parts;
    if (await store.mayTell(day, news, clock.now())) onNews(news, day);
  }
}

function minus(one: Spent, other: Spent): Spent {
  return { tokens: one.tokens - other.tokens, micros: one.micros - other.micros };
}
