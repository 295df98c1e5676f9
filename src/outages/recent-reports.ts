import type { Gist } from './gist.ts';
import { afterLessons, type Lesson, likeness } from './likeness.ts';
import type { OutageStore } from './outage-store.ts';
import type { Report } from './report.ts';
import { gistOf } from './report-of.ts';

export interface AlikeReport {
  readonly report: Report;
  readonly gist: Gist;
  /** 0 to 1. */
  readonly likeness: number;
}

/** Clocks of two processes differ, and a write takes a while to be seen. */
const overlapMs = 60_000;

/**
 * What has been reported lately, in memory: found by any term that two reports share, so that one report is compared with
 * few of thousands. The store is the truth; what other processes have kept is read with every question.
 */
export class RecentReports {
  readonly #store: Pick<OutageStore, 'keptSince'>;
  readonly #entries = new Map<string, { readonly report: Report; readonly gist: Gist }>();
  readonly #byTerm = new Map<string, Set<string>>();
  #seenUntil: Date | undefined;

  constructor(store: Pick<OutageStore, 'keptSince'>) {
    this.#store = store;
  }

  /** Reads what came since the last time, and lets go of what is older than `since`. */
  async refresh(since: Date): Promise<void> {
    const from = this.#seenUntil ? new Date(this.#seenUntil.getTime() - overlapMs) : since;
    for (const { keptAt, ...report } of await this.#store.keptSince(from < since ? since : from)) {
      if (!this.#seenUntil || keptAt > this.#seenUntil) this.#seenUntil = keptAt;
      this.add(report);
    }
    for (const [id, { report }] of this.#entries) {
      if (report.at >= since) break;
      this.drop(id);
    }
  }

  /** Those that share something with a report, the most alike first, each after what agents have dismissed. */
  like(gist: Gist, but: string, lessons: readonly Lesson[], now: Date): readonly AlikeReport[] {
    const ids = new Set<string>();
    for (const term of gist.terms.keys())
      if (term !== 'fault') for (const id of this.#byTerm.get(term) ?? []) ids.add(id);
    ids.delete(but);
    return [...ids]
      .flatMap((id) => {
        const entry = this.#entries.get(id);
        if (!entry) return [];
        const raw = likeness(gist, entry.gist);
        return [{ ...entry, likeness: afterLessons(raw, gist, entry.gist, lessons, now) }];
      })
      .sort((one, other) => other.likeness - one.likeness || one.report.at.getTime() - other.report.at.getTime());
  }

  add(report: Report): void {
    if (this.#entries.has(report.id) || !report.isTrouble) return;
    const gist = gistOf(report);
    this.#entries.set(report.id, { report, gist });
    for (const term of gist.terms.keys()) {
      const ids = this.#byTerm.get(term) ?? new Set();
      this.#byTerm.set(term, ids.add(report.id));
    }
  }

  drop(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    for (const term of entry.gist.terms.keys()) this.#byTerm.get(term)?.delete(id);
  }

  get size(): number {
    return this.#entries.size;
  }
}
