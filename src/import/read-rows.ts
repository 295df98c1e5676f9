import type { ImportMap } from './import-map.ts';
import type { ImportedRow } from './imported-row.ts';
import { readRecords } from './read-records.ts';
import type { ImportRecord, RowFault } from './record.ts';
import { RowReader } from './row-reader.ts';
import type { ImportDesk } from './vocabulary.ts';

/** A row that can become a ticket, or what is wrong with it. */
export type CheckedRow = { readonly row: ImportedRow } | { readonly faults: readonly RowFault[] };

export interface ReadingFrame {
  readonly map: ImportMap;
  readonly desk: ImportDesk;
  readonly now: Date;
}

/** The names of a file's columns; undefined when it is empty or its first line cannot be read. */
export async function columnsOf(path: string, { file }: ImportMap): Promise<readonly string[] | undefined> {
  for await (const part of readRecords(path, file)) if (part.is === 'columns') return part.columns;
  return undefined;
}

/**
 * Reads and checks the rows of a file one by one; of all that it reads it keeps no more than the ids.
 * @throws the error of the file system when it cannot be read
 */
export async function* readRows(path: string, { map, desk, now }: ReadingFrame): AsyncGenerator<CheckedRow> {
  const reader = new RowReader(map, desk, now);
  const lines = new Map<string, number>();
  for await (const part of readRecords(path, map.file)) {
    if (part.is === 'fault') yield { faults: [part.fault] };
    if (part.is !== 'record') continue;
    const read = reader.read(part);
    if ('faults' in read) yield read;
    else yield firstOf(read.row, part, lines, map);
  }
}

/** One id is one ticket: the first row that has it. */
function firstOf(row: ImportedRow, { line }: ImportRecord, lines: Map<string, number>, map: ImportMap): CheckedRow {
  const before = lines.get(row.id);
  lines.set(row.id, before ?? line);
  if (before === undefined) return { row };
  const column = map.fields.id?.columns.join(' + ') ?? 'id';
  const problem = `Line ${before} has this id already.`;
  return { faults: [{ line, column, value: row.id, problem, advice: 'Leave one of the rows out.' }] };
}
