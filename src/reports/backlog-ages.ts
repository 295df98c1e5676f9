import { Figures, type ListedTicket } from './figures.ts';
import { spreadOf } from './percentile.ts';
import type { Row } from './report.ts';

const dayMs = 86_400_000;

/** How long a ticket has been open, from a bound up to below the next. */
export const bands = ['under 1 day', '1 to 3 days', '3 to 7 days', '7 to 30 days', '30 days and more'] as const;
const boundsDays = [1, 3, 7, 30] as const;

export function bandOf(ageMs: number): string {
  const at = boundsDays.findIndex((bound) => ageMs < bound * dayMs);
  return bands[at === -1 ? bands.length - 1 : at] ?? bands[0];
}

/** An open ticket's age. */
export interface Age {
  readonly ms: number;
  readonly openedDay: string;
  readonly listed?: ListedTicket | undefined;
}

/** Open tickets with their ages, a row of the backlog. */
export class AgedFigures {
  readonly #figures = new Figures();
  readonly #ages: number[] = [];
  #oldestDay: string | undefined;

  add({ ms, openedDay, listed }: Age): void {
    this.#figures.add('tickets', 1, listed);
    this.#ages.push(ms);
    if (this.#oldestDay === undefined || openedDay < this.#oldestDay) this.#oldestDay = openedDay;
  }

  row(group: string, value: string | null): Row {
    const { median, p90, mean } = spreadOf(this.#ages);
    return this.#figures.row({
      group,
      value,
      tickets: this.#figures.count('tickets'),
      medianAgeMs: median,
      p90AgeMs: p90,
      meanAgeMs: mean,
      oldestDay: this.#oldestDay ?? null,
    });
  }
}
