import type { Absence } from './absence.ts';

/** Where it is kept who is away, one absence for each person. */
export interface AbsenceStore {
  /** The absence that somebody is in now. */
  of(person: string, now: Date): Promise<Absence | undefined>;
  /** All that are under way. */
  running(now: Date): Promise<readonly Absence[]>;
  /** Begins an absence, whose leads are then to be told; one that is under way only gets another end. */
  begin(absence: Absence): Promise<void>;
  /** @returns false when there was none under way */
  end(person: string, now: Date): Promise<boolean>;
  /** Takes the right to tell the leads of one absence for a while; undefined when nobody has to be told now. */
  lease(now: Date, until: Date): Promise<Telling | undefined>;
  /** One of them has heard it, and never hears it again. */
  told(absence: Absence, lead: string): Promise<void>;
  settle(absence: Absence, next: Settled): Promise<void>;
}

/** What leads have to be told of. */
export interface Telling {
  readonly absence: Absence;
  /** Who has heard it. */
  readonly told: readonly string[];
  /** Whoever told before never came to the end: look before posting. */
  readonly mayHaveArrived: boolean;
}

export type Settled = 'done' | { readonly retryAt: Date; readonly mayHaveArrived: boolean };
