import { CsvError, type InfoRecord, type Options, parse } from 'csv-parse';
import type { FilePart, RowFault } from './record.ts';

/** No ticket is longer: an open quote must not take the rest of a file into memory. */
const longestRecord = 4_000_000;

/** The rows of a CSV text whose first line names the columns. Quotes, empty lines and any end of line are understood. */
export async function* readCsv(text: AsyncIterable<string>, separator: string): AsyncGenerator<FilePart> {
  let columns: readonly string[] | undefined;
  for await (const row of rowsOf(text, separator)) {
    if ('problem' in row) yield { is: 'fault', fault: row };
    else if (columns) yield part(row, columns);
    else {
      columns = row.cells;
      yield { is: 'columns', columns };
      yield* repeatedColumns(row.line, columns);
    }
  }
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The parser's own stream forgets what it has read before a fault, so that rows are taken from it one by one. */
async function* rowsOf(text: AsyncIterable<string>, separator: string): AsyncGenerator<Row | RowFault> {
  const lines = new LineCount();
  const rows: Row[] = [];
  const onRecord = (record: string[], info: InfoRecord) => {
    const row = { line: lines.beginOf(record, info), cells: record.map((cell) => cell.trim()) };
    if (row.cells.some((cell) => cell !== '')) rows.push(row);
    return null;
  };
  const parser = parse({ ...options, delimiter: separator, on_record: onRecord }).on('error', () => {});
  for await (const piece of text) {
    const error = await new Promise<unknown>((done) => parser.write(piece, done));
    yield* rows.splice(0);
    if (error) return yield brokenQuotes(lines.next, error);
  }
  const error = await new Promise<unknown>((done) => parser.once('error', done).end(done));
  yield* rows.splice(0);
  if (error) yield brokenQuotes(lines.next, error);
}

const options = {
  skip_empty_lines: true,
  relax_column_count: true,
  relax_quotes: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: longestRecord,
} satisfies Options;

/** The parser counts a line break of two characters within quotes as two. */
class LineCount {
  #twice = 0;
  /** Where the next record begins, or an empty line before it. */
  next = 1;

  beginOf(record: readonly string[], { lines }: InfoRecord): number {
    const text = record.join('\u0000');
    this.#twice += text.match(/\r\n/g)?.length ?? 0;
    const end = lines - this.#twice;
    this.next = end + 1;
    return end - (text.match(/\r\n|\n|\r/g)?.length ?? 0);
  }
}

function part({ line, cells }: Row, columns: readonly string[]): FilePart {
  if (cells.length !== columns.length) return { is: 'fault', fault: wrongCount(line, cells.length, columns.length) };
  return { is: 'record', line, cells: new Map(columns.map((column, at) => [column, cells[at] ?? ''])) };
}

function wrongCount(line: number, cells: number, columns: number): RowFault {
  return {
    line,
    problem: `There are ${cells} cells in this row and ${columns} columns in the first.`,
    advice: 'Put text with a separator or a line break in double quotes, or set `file.separator` in the map.',
  };
}

function* repeatedColumns(line: number, columns: readonly string[]): Generator<FilePart> {
  const twice = new Set(columns.filter((column, at) => columns.indexOf(column) < at));
  for (const column of twice)
    yield {
      is: 'fault',
      fault: { line, column, problem: 'Two columns have this name.', advice: 'Rename one of them in the file.' },
    };
}

/** @throws the error when it is none of the text's */
function brokenQuotes(line: number, error: unknown): RowFault {
  if (!(error instanceof CsvError)) throw error;
  const { code } = error;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return {
      line,
      problem: 'A double quote is opened in this row and not closed; what follows cannot be read.',
      advice: 'Close it, and write a double quote within quoted text twice: "a 24"" screen".',
    };
  return {
    line,
    problem: `This row cannot be read as CSV (${code}); nor can what follows.`,
    advice: 'Look at its quotes and separators.',
  };
}
