import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readArticles } from '../../src/cli/knowledge-articles.ts';
import { type FolderFault, KnowledgeFolder } from '../../src/knowledge/knowledge-folder.ts';
import { silentLog } from '../../src/log.ts';
import { aDesk } from '../kit/a-desk.ts';
import { ben, dana } from '../kit/people.ts';
import type { TestDesk } from '../kit/test-desk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'articles-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const printing = (how: string) => `---\ntitle: Connecting the label printer\nowner: ben@example.com\n---\n${how}`;

function watched(desk: TestDesk) {
  const faults: FolderFault[] = [];
  const { articles: store, clock } = desk.desk;
  const watch = new KnowledgeFolder({
    ...{ path: () => folder, read: readArticles, store, clock, log: silentLog },
    onFault: (fault) => faults.push(fault),
    onChange: () => desk.desk.knowledge.changed(),
  });
  return { faults, look: () => watch.lookNow() };
}

describe('the folder of articles', () => {
  it('is read at the start, with all below it, and asked', async () => {
    const desk = await aDesk();
    mkdirSync(join(folder, 'it'));
    write('it/printing.md', printing('Add the label printer under Printers.'));

    await watched(desk).look();

    expect(await desk.desk.articles.find('it/printing')).toMatchObject({ by: 'folder', text: { state: 'published' } });
    expect((await desk.command(dana, 'ask how do I connect the label printer')).text).toContain('under Printers');
  });

  it('is read again when a file has changed and stays as it is', async () => {
    const desk = await aDesk();
    const { look } = watched(desk);
    write('printing.md', printing('Add the label printer under Printers.'));
    await look();
    write('new.tmp', printing('Add the label printer in the shop.'));
    renameSync(join(folder, 'new.tmp'), join(folder, 'printing.md'));

    await look();
    expect(await desk.desk.articles.find('printing')).toMatchObject({ version: 1 });
    await look();

    expect(await desk.desk.articles.find('printing')).toMatchObject({ version: 2, history: [{ version: 1 }] });
    expect((await desk.command(dana, 'ask how do I connect the label printer')).text).toContain('in the shop');
  });

  it('tells what is wrong and takes the rest', async () => {
    const desk = await aDesk();
    write('good.md', printing('Add it.'));
    write('bad.md', '---\ntitle: Bad\nstate: secret\n---\nText');
    const { faults, look } = watched(desk);

    await look();
    await look();

    expect(faults).toMatchObject([{ file: 'bad.md', fault: { column: 'state' } }]);
    expect(await desk.desk.articles.find('good')).toBeDefined();
    expect(await desk.desk.articles.find('bad')).toBeUndefined();
  });

  it('leaves alone what was changed in chat, until its file says something new', async () => {
    const desk = await aDesk();
    write('printing.md', printing('Old way.'));
    await watched(desk).look();
    await desk.click('article.retire', 'printing', { by: ben, on: 'whisper' });

    await watched(desk).look();
    expect(await desk.desk.articles.find('printing')).toMatchObject({ version: 2, text: { state: 'retired' } });

    write('printing.md', printing('New way.'));
    await watched(desk).look();
    expect(await desk.desk.articles.find('printing')).toMatchObject({ version: 3, text: { body: 'New way.' } });
  });

  it('may be missing, and loses no article when files go', async () => {
    const desk = await aDesk();
    write('printing.md', printing('Old way.'));
    const { faults, look } = watched(desk);
    await look();
    rmSync(folder, { recursive: true });

    await look();
    await look();

    expect(faults).toEqual([]);
    expect(await desk.desk.articles.find('printing')).toMatchObject({ version: 1 });
  });
});
