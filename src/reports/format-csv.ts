import type { Cell, Column, ReportTable, Row } from './report.ts';

/**
 * A report as the records of a CSV file (RFC 4180), without their line ends (CR LF). Names and numbers are those of the JSON
 * form; nothing known is an empty field.
 */
export function csvRecords({ columns, rows }: ReportTable): readonly string[] {
  const listed = columns.filter(({ id }) => rows.some(({ behind }) => behind?.[id]));
  const header = [...columns.map(({ id }) => id), ...listed.flatMap(({ id }) => [`${id}Tickets`, `${id}Unnamed`])];
  return [record(header), ...rows.map((row) => record([...cellsOf(row, columns), ...behindOf(row, listed)]))];
}

function cellsOf({ cells }: Row, columns: readonly Column[]): readonly Cell[] {
  return columns.map(({ id }) => cells[id] ?? null);
}

function behindOf({ behind }: Row, columns: readonly Column[]): readonly Cell[] {
  return columns.flatMap(({ id }) => [behind?.[id]?.keys.join(' ') ?? null, behind?.[id]?.unnamed ?? 0]);
}

function record(cells: readonly Cell[]): string {
  return cells.map(field).join(',');
}

/** Texts are always quoted, so that a spreadsheet that takes semicolons for separators finds none in them. */
function field(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : `"${harmless(cell).replaceAll('"', '""')}"`;
}

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises
 * (https://owasp.org/www-community/attacks/CSV_Injection); the full-width signs count as the others.
 */
function harmless(text: string): string {
  return /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\0]/u.test(text) ? `'${text}` : text;
}
