import { cut } from '../chat/plain-text.ts';
import { formatCell } from './format-cell.ts';
import { type Column, numberIn, type ReportTable, type Row } from './report.ts';

/** The longest name or title that a line has room for. */
const widest = 60;

/** A report as lines of text, its figures one under the other. */
export function tableLines(table: ReportTable): readonly string[] {
  const { title, period, columns, rows, note } = table;
  const cells = [columns.map((column) => column.title), ...rows.map((row) => columns.map((of) => shown(row, of)))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => lengthOf(line[at] ?? ''))));
  const lines = cells.map((line) => line.map((cell, at) => aligned(cell, widths[at] ?? 0, columns[at])).join('  '));
  const isEmpty = rows.length === 0;
  const body = isEmpty ? ['Nothing in this period.'] : lines.map((line) => line.trimEnd());
  return [`${title}, ${period.since} to ${period.until}`, '', ...body, '', note, ...behindLines(table)];
}

function shown(row: Row, { id, kind }: Column): string {
  const cell = row.cells[id] ?? null;
  const isAll = id === 'value' && row.cells.group === 'all';
  return isAll ? '' : cut(formatCell(cell, kind), widest);
}

function aligned(cell: string, width: number, column: Column | undefined): string {
  const gap = ' '.repeat(width - lengthOf(cell));
  return column?.kind === 'text' || column?.kind === 'date' ? cell + gap : gap + cell;
}

function lengthOf(text: string): number {
  return [...text].length;
}

function behindLines({ columns, rows }: ReportTable): readonly string[] {
  const lines = rows.flatMap((row) => behindRow(row, columns));
  return lines.length === 0 ? [] : ['', 'Tickets behind the figures:', ...lines];
}

function behindRow(row: Row, columns: readonly Column[]): readonly string[] {
  const name = columns
    .filter(({ id, kind }) => (kind === 'text' || kind === 'date') && row.cells[id] != null)
    .map((column) => shown(row, column))
    .filter((text) => text !== '')
    .join(' ');
  return columns.flatMap(({ id, title }) => {
    const behind = row.behind?.[id];
    if (!behind) return [];
    const unnamed = behind.unnamed === 0 ? [] : [`${behind.unnamed} not named`];
    return [`  ${name}, ${title} ${numberIn(row, id)}: ${[...behind.keys, ...unnamed].join(', ')}`];
  });
}
