import type { FilePart } from './record.ts';

/**
 * The rows of a text with one JSON object a line. Values within objects are columns with dots (`requester.email`), lists
 * of plain values are joined by commas.
 */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<FilePart> {
  const columns = new Set<string>();
  let line = 0;
  for await (const written of linesOf(text)) {
    line += 1;
    if (written.trim() === '') continue;
    const value = parseJson(written);
    if (isObject(value)) {
      const cells = new Map(cellsOf(value, ''));
      for (const column of cells.keys()) columns.add(column);
      yield { is: 'record', line, cells };
    } else
      yield { is: 'fault', fault: { line, problem: 'This is no JSON object.', advice: 'Write one on each line.' } };
  }
  yield { is: 'columns', columns: [...columns] };
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cellsOf(value: Record<string, unknown>, above: string): [string, string][] {
  return Object.entries(value).flatMap(([key, cell]): [string, string][] =>
    isObject(cell) ? cellsOf(cell, `${above}${key}.`) : [[`${above}${key}`, textOf(cell)]],
  );
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (Array.isArray(cell)) return cell.map(textOf).join(', ');
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell).trim();
}
