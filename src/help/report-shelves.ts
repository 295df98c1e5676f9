import { type Report, SimilarReports } from '../knowledge/similar.ts';

export interface Likeness {
  readonly id: string;
  /** 0 to 1. */
  readonly score: number;
}

/** A shelf of reports that is read into an index as a whole, and not before it is searched. */
class Shelf {
  readonly reports: readonly Report[];
  #index: SimilarReports | undefined;

  constructor(reports: readonly Report[]) {
    this.reports = reports;
  }

  like(report: Report, most: number): readonly Likeness[] {
    this.#index ??= new SimilarReports(this.reports);
    return this.#index.like(report, most);
  }
}

/** So few are read in some tens of milliseconds, and are enough to know which words are common. */
export const reportsOnShelf = 250;

/**
 * Reports on shelves: a new one costs no more than its own shelf. The newest shelf grows to two shelves before it is
 * parted, so that rare words are told from common ones there, too.
 */
export class ReportShelves {
  readonly #most: number;
  readonly #onShelf: number;
  #growing = new Shelf([]);
  /** The newest first. */
  #full: Shelf[] = [];

  /** @param most how many reports are kept, about: the oldest shelf goes */
  constructor(most: number, onShelf = reportsOnShelf) {
    this.#most = most;
    this.#onShelf = onShelf;
  }

  /** @param reports newer than all that are there, the oldest first */
  add(reports: readonly Report[]): void {
    if (reports.length === 0) return;
    let all = [...this.#growing.reports, ...reports];
    while (all.length >= 2 * this.#onShelf) {
      this.#full.unshift(new Shelf(all.slice(0, this.#onShelf)));
      all = all.slice(this.#onShelf);
    }
    this.#growing = new Shelf(all);
    this.#full = this.#full.slice(0, Math.ceil(this.#most / this.#onShelf));
  }

  /** @param reports older than all that are there, in any order */
  addOlder(reports: readonly Report[]): void {
    if (this.#growing.reports.length === 0) this.#growing = new Shelf(reports);
    else this.#full.push(new Shelf(reports));
  }

  /** Those most like a report, the most first; one that lies there twice counts once. */
  like(report: Report, most: number): readonly Likeness[] {
    const best = new Map<string, number>();
    for (const shelf of [this.#growing, ...this.#full])
      for (const { id, score } of shelf.like(report, most)) best.set(id, Math.max(score, best.get(id) ?? 0));
    return [...best]
      .map(([id, score]) => ({ id, score }))
      .sort((one, other) => other.score - one.score)
      .slice(0, most);
  }

  get size(): number {
    return [this.#growing, ...this.#full].reduce((sum, { reports }) => sum + reports.length, 0);
  }
}
