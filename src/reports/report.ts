import type { Chart } from '../charts/chart.ts';
import type { Period } from './period.ts';
import type { ReportSource } from './report-source.ts';

/** One question about the desk's figures. */
export interface Report {
  /** What `deskhand report` calls it. */
  readonly name: string;
  readonly title: string;
  /** One sentence: what it tells. */
  readonly about: string;
  run(source: ReportSource, request: ReportRequest): Promise<ReportTable>;
  /** Its picture, where it has a natural one. */
  chart?(table: ReportTable): Chart;
}

export interface ReportRequest {
  readonly period: Period;
  /** The desk's, IANA. */
  readonly timeZone: string;
  readonly now: Date;
  /** Whether every figure is to list its tickets, which takes longer. */
  readonly withTickets: boolean;
  /** An article that has answered nothing for so long is stale. */
  readonly staleAfterMs?: number;
  /** Only this agent's row, where there are agents. */
  readonly agent?: string;
}

/**
 * `duration` and `workingTime` are milliseconds, the one of the clock on the wall and the other of a calendar's opening
 * hours; `percent` is 0 to 100, `signedPercent` a difference from something else, `date` a local day `YYYY-MM-DD`, `number`
 * anything with a fraction.
 */
export type ColumnKind =
  | 'text'
  | 'count'
  | 'number'
  | 'percent'
  | 'signedPercent'
  | 'duration'
  | 'workingTime'
  | 'date';

export interface Column {
  /** The unit is in the name where the kind does not say it all: `medianMs`, `metPercent`. */
  readonly id: string;
  readonly title: string;
  readonly kind: ColumnKind;
}

/** `null`: nothing is known, which is not 0. */
export type Cell = string | number | null;

export interface Row {
  readonly cells: Readonly<Record<string, Cell>>;
  /** The tickets behind its figures, by column; there when they were asked for. */
  readonly behind?: Readonly<Record<string, Behind>>;
}

/** The tickets that a figure counts. */
export interface Behind {
  readonly keys: readonly string[];
  /** How many more there are that nobody is told of: confidential tickets, anonymous answers. */
  readonly unnamed: number;
}

export interface ReportTable {
  readonly name: string;
  readonly title: string;
  readonly period: Period;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What one must know to read it, in one or two sentences. */
  readonly note: string;
}

/** What a picture counts, and when: the second line of it has room for both. */
export function unitIn({ period }: ReportTable, unit: string): string {
  return `${unit}, ${period.since} to ${period.until}`;
}

/** A figure of a row, for pictures. */
export function numberIn(row: Row, column: string): number | null {
  const cell = row.cells[column];
  return typeof cell === 'number' ? cell : null;
}

/** A name in a row, for pictures. */
export function textIn(row: Row, column: string): string {
  return String(row.cells[column] ?? none);
}

/** What stands where a ticket has no service. */
export const none = '(none)';
