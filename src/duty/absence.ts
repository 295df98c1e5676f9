/** Somebody is not there, and gets no tickets by itself. */
export interface Absence {
  readonly person: string;
  readonly from: Date;
  /** From this instant on they are there again. */
  readonly until: Date;
}
