import type { Lesson } from './likeness.ts';
import type { Outage, OutageCard, OutageReport } from './outage.ts';
import type { Report } from './report.ts';

/** Where reports, possible outages and what was learnt from them are kept. */
export interface OutageStore {
  /** Once: the same report again changes nothing. @param now when it is kept, which may be later than it was said */
  keep(report: Report, now: Date): Promise<void>;
  /** Those that were kept since then, in that order. */
  keptSince(at: Date): Promise<readonly KeptReport[]>;
  /** The report may not be compared any more. */
  forget(id: string): Promise<void>;
  /** Ids of reports of the same matter and service, the newest first. */
  ofMatter(report: Pick<Report, 'matter' | 'service'>, since: Date, limit: number): Promise<readonly string[]>;
  /** @returns false when it is there already */
  raise(outage: Outage): Promise<boolean>;
  find(id: string): Promise<Outage | undefined>;
  /** Outages that any of these reports belongs to. */
  ofReports(ids: readonly string[]): Promise<readonly Outage[]>;
  /** Those that were raised since then and are not decided. */
  possibleSince(at: Date): Promise<readonly Outage[]>;
  /** Those whose incident may still be going on. */
  declared(): Promise<readonly Outage[]>;
  /** @returns the outage after the change; undefined when it was in no such state any more */
  change(id: string, state: Outage['state'], change: OutageChange): Promise<Outage | undefined>;
  /** Its incident has changed, so that its cards have to be drawn anew. @returns false when that is known already */
  touch(id: string, state: IncidentState): Promise<boolean>;
  /** Takes the right to draw its cards; undefined when nothing is owed, or somebody else has it. */
  lease(id: string, now: Date, until: Date): Promise<{ outage: Outage; isTakenOver: boolean } | undefined>;
  /** Notes where cards lie. @returns the outage when it has changed since: there is more to draw, the right is kept */
  settle(outage: Outage, cards: readonly OutageCard[]): Promise<Outage | undefined>;
  /** Gives the right back; what is owed stays owed until then. */
  release(id: string, retryAt: Date): Promise<void>;
  /** Ids of outages that owe a drawing and that nobody draws. */
  owing(now: Date, limit: number): Promise<readonly string[]>;
  lessons(): Promise<readonly Lesson[]>;
  /** Agents have dismissed these terms once more. */
  teach(terms: readonly string[], at: Date): Promise<void>;
}

export type KeptReport = Report & { readonly keptAt: Date };

/** The incident as it was when the outage's cards were last to be drawn. */
export interface IncidentState {
  /** Another one, when it was merged. */
  readonly parent: string;
  readonly parentVersion: number;
  readonly isOver: boolean;
}

export interface OutageChange {
  readonly set?: Partial<Pick<Outage, 'state' | 'by' | 'parent' | 'isLinked'>>;
  readonly addReports?: readonly OutageReport[];
  readonly addCards?: readonly OutageCard[];
}
