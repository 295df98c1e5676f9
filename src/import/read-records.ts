import type { Encoding, FileForm } from './import-map.ts';
import { readCsv } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readText, WrongEncoding } from './read-text.ts';
import type { FilePart } from './record.ts';

/**
 * Reads an export from its begin to its end without keeping it.
 * @throws the error of the file system when it cannot be read
 */
export async function* readRecords(path: string, form: FileForm): AsyncGenerator<FilePart> {
  const format = form.format ?? (/\.(jsonl|ndjson)$/i.test(path) ? 'jsonl' : 'csv');
  const text = readText(path, form.encoding);
  try {
    yield* format === 'jsonl' ? readJsonLines(text) : readCsv(text, form.separator);
  } catch (error) {
    if (!(error instanceof WrongEncoding)) throw error;
    yield { is: 'fault', fault: { line: error.line, ...wrongly(form.encoding) } };
  }
}

function wrongly(encoding: Encoding) {
  const other = encoding === 'utf-8' ? 'windows-1252' : 'utf-8';
  return {
    problem: `This line is not written in ${encoding}; it and what follows cannot be read.`,
    advice: `Save the file as UTF-8, or set \`file.encoding\` in the map, such as ${other}.`,
  };
}
