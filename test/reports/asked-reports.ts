import type { Cell, ReportRequest, ReportTable } from '../../src/reports/report.ts';

/** The reports of the counted desk, for the counted week unless told otherwise. */
export interface AskedReports {
  ask(report: string, request?: Partial<ReportRequest>): Promise<ReportTable>;
  /** The rows alone. */
  cells(report: string, request?: Partial<ReportRequest>): Promise<readonly Readonly<Record<string, Cell>>[]>;
}
