import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FileForm } from '../../src/import/import-map.ts';
import { readRecords } from '../../src/import/read-records.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-records-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Records as `[line, cells]`, faults as `[line, problem]`. */
async function read(content: string | Buffer, form: Partial<FileForm> = {}, name = 'tickets.csv') {
  await writeFile(join(folder, name), content);
  const found: unknown[] = [];
  for await (const part of readRecords(join(folder, name), { separator: ',', encoding: 'utf-8', ...form })) {
    if (part.is === 'record') found.push([part.line, Object.fromEntries(part.cells)]);
    if (part.is === 'fault') found.push([part.fault.line, part.fault.problem]);
  }
  return found;
}

describe('reading the export of another desk', () => {
  it('counts lines of the file, also within quotes, after empty lines, and with any end of line', async () => {
    const text = '\ufeffid;words\r\n1;"two\r\nlines"\r\n2;one\n\n  ;\n3;"a ""word""\n\nand more"\r\n4;"last"';

    expect(await read(text, { separator: ';' })).toEqual([
      [2, { id: '1', words: 'two\r\nlines' }],
      [4, { id: '2', words: 'one' }],
      [7, { id: '3', words: 'a "word"\n\nand more' }],
      [10, { id: '4', words: 'last' }],
    ]);
  });

  it('tells rows with too many or too few cells, and two columns of one name', async () => {
    expect(await read('id,a,a\n1,2,3,4\n1\n1,2,3\n')).toEqual([
      [1, 'Two columns have this name.'],
      [2, 'There are 4 cells in this row and 3 columns in the first.'],
      [3, 'There are 1 cells in this row and 3 columns in the first.'],
      [4, { id: '1', a: '3' }],
    ]);
  });

  it('reads all rows before a quote that is never closed, and tells where it stands', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `${at},words\n`).join('');

    const found = await read(`id,words\n${rows}40,"open\n41,words\n`);

    expect(found).toHaveLength(41);
    expect(found.at(-1)).toEqual([
      42,
      'A double quote is opened in this row and not closed; what follows cannot be read.',
    ]);
  });

  it('tells the line that is not in the encoding that was named', async () => {
    const latin = Buffer.from('id,words\n1,gut\n2,M\u00fcller\n', 'latin1');

    expect(await read(latin)).toEqual([[3, 'This line is not written in utf-8; it and what follows cannot be read.']]);
    expect(await read(latin, { encoding: 'windows-1252' })).toContainEqual([3, { id: '2', words: 'Müller' }]);
  });

  it('reads JSON lines, with columns for values within objects', async () => {
    const text = '{"id":1,"by":{"email":"a@example.com"},"tags":["x","y"],"closed":null}\n\nno\n[1]\n{"id":2}';

    expect(await read(text, {}, 'tickets.jsonl')).toEqual([
      [1, { id: '1', 'by.email': 'a@example.com', tags: 'x, y', closed: '' }],
      [3, 'This is no JSON object.'],
      [4, 'This is no JSON object.'],
      [5, { id: '2' }],
    ]);
  });

  it('finds every row on its own line, whatever stands in the cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', 'ü') });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
        const rows = cells.map((text, at) => `${at},"${text.replaceAll('"', '""')}"\n`);
        const before = (at: number) => rows.slice(0, at).join('').split('\n').length - 1;
        const expected = cells.map((text, at) => [2 + before(at), { id: String(at), words: text.trim() }]);

        expect(await read(`id,words\n${rows.join('')}`)).toEqual(expected);
      }),
    );
  });
});
