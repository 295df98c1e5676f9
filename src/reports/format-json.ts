import type { ReportTable, Row } from './report.ts';

/** A report as JSON: numbers as they were counted, units in the names (`…Ms`, `…Percent` of 0 to 100), `null` where nothing is known. */
export function jsonText({ name, title, period, columns, rows, note }: ReportTable): string {
  const { since, until } = period;
  return JSON.stringify({ report: name, title, since, until, note, columns, rows: rows.map(rowOf) }, undefined, 2);
}

function rowOf({ cells, behind }: Row): object {
  return { ...cells, ...(behind ? { behind } : {}) };
}
