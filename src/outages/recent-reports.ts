import type { Gist } from './gist.ts';
import { afterLessons, type Lesson, likeness } from './likeness.ts';
import type { OutageStore } from './outage-store.ts';
import type { Report } from './report.ts';
import { gistOf } from './report-of.ts';
import { TermIndex } from './term-index.ts';

export interface Entry {
  readonly report: Report;
  readonly gist: Gist;
}

export interface AlikeReport extends Entry {
  /** 0 to 1. */
  readonly likeness: number;
}

/** Clocks of two processes differ, and a write takes a while to be seen. */
const overlapMs = 60_000;
/** In between so much is enough: in a flood each question would read all of its last minute again. */
const shortOverlapMs = 2_000;
const readFarEveryMs = 10_000;

/** So many of those that share most are compared: in a flood thousands share a word, and the rest is no more alike. */
const mostCompared = 300;

/**
 * What has been reported lately, in memory: found by any term that two reports share, so that one report is compared with
 * few of thousands. The store is the truth; what other processes have kept is read with every question.
 */
export class RecentReports {
  readonly #store: Pick<OutageStore, 'keptSince'>;
  readonly #entries = new Map<string, Entry>();
  readonly #index = new TermIndex();
  #seenUntil: Date | undefined;
  /** When `overlapMs` were read again, by where the questions began. */
  #readFarAt: Date | undefined;

  constructor(store: Pick<OutageStore, 'keptSince'>) {
    this.#store = store;
  }

  /** Reads what came since the last time, and lets go of what is older than `since`. */
  async refresh(since: Date): Promise<void> {
    for (const { keptAt, ...report } of await this.#store.keptSince(this.#from(since))) {
      if (!this.#seenUntil || keptAt > this.#seenUntil) this.#seenUntil = keptAt;
      this.add(report);
    }
    for (const [id, { report }] of this.#entries) {
      if (report.at >= since) break;
      this.drop(id);
    }
  }

  #from(since: Date): Date {
    if (!this.#seenUntil) return since;
    const isFar = Math.abs(since.getTime() - (this.#readFarAt?.getTime() ?? 0)) >= readFarEveryMs;
    if (isFar) this.#readFarAt = since;
    const from = new Date(this.#seenUntil.getTime() - (isFar ? overlapMs : shortOverlapMs));
    return from < since ? since : from;
  }

  /**
   * Those that share something with a report, the most alike first, each after what agents have dismissed.
   * @param isMeant which ones may be compared at all: what is not, takes no other's place
   */
  like(
    gist: Gist,
    lessons: readonly Lesson[],
    now: Date,
    isMeant: (report: Report) => boolean = () => true,
  ): readonly AlikeReport[] {
    return this.#index
      .sharing(gist)
      .flatMap((id) => this.#entries.get(id) ?? [])
      .filter(({ report }) => isMeant(report))
      .slice(0, mostCompared)
      .map((entry) => {
        const raw = likeness(gist, entry.gist);
        return { ...entry, likeness: afterLessons(raw, gist, entry.gist, lessons, now) };
      })
      .sort((one, other) => other.likeness - one.likeness || one.report.at.getTime() - other.report.at.getTime());
  }

  /** Takes in a report that may not be among those that are read, for it is told of late. */
  add(report: Report): void {
    if (this.#entries.has(report.id) || !report.isTrouble) return;
    const gist = gistOf(report);
    this.#entries.set(report.id, { report, gist });
    this.#index.add(report.id, gist);
  }

  drop(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#index.remove(id, entry.gist);
  }

  get size(): number {
    return this.#entries.size;
  }
}
