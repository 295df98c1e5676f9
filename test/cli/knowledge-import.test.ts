import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { importArticles, type KnowledgeImportOptions } from '../../src/cli/knowledge-import.ts';
import { connect } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { defineModels } from '../../src/store/models.ts';
import { MongoArticleStore } from '../../src/store/mongo-article-store.ts';
import { FakeClock } from '../kit/fake-clock.ts';
import { RecordingTerminal } from './a-terminal.ts';

let folder: string;
const file = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-articles-'));
});
afterEach(() => rm(folder, { recursive: true }));

const now = new Date('2026-06-01T08:00Z');

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(file(name)), { recursive: true });
    await writeFile(file(name), content);
  }
}

async function importing(name: string, options: KnowledgeImportOptions = {}) {
  const terminal = new RecordingTerminal();
  const world = { variables: { DATA_DIR: file('data') }, clock: new FakeClock(now) };
  const exitCode = await importArticles(file(name), options, terminal, world);
  return { exitCode, said: terminal.said, complaints: terminal.complaints };
}

async function stored(id: string) {
  const embedded = await startEmbedded({ dataDir: file('data'), inThread: true });
  const connection = await connect(embedded.uri);
  const article = await new MongoArticleStore(defineModels(connection)).find(id);
  await connection.close();
  await embedded.stop();
  return article;
}

const line = (facts: object) => `${JSON.stringify(facts)}\n`;
const vpn = line({ id: 'A-1', title: 'VPN', body: '# VPN\n\nOpen *Tunnel*.', license: 'ours' });
const printer = line({ id: 'A-2', title: 'Printer', body: 'Hold your badge to the reader.' });

describe('importing articles', () => {
  it('keeps each line of a file, also before the desk was ever started', async () => {
    await write({ 'articles.jsonl': vpn + printer });

    const { exitCode, said, complaints } = await importing('articles.jsonl');

    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: [] });
    expect(said).toEqual(['Articles: 2; 2 added, 0 changed, 0 already here, 0 faulty and left out.']);
    expect(await stored('A-1')).toEqual({
      ...{ id: 'A-1', version: 1, at: now, by: 'import', history: [] },
      text: { title: 'VPN', body: '# VPN\n\nOpen *Tunnel*.', state: 'published', audience: 'public' },
    });
  });

  it('makes new versions of what has changed, and no doubles', async () => {
    await write({ 'articles.jsonl': vpn + printer });
    await importing('articles.jsonl');
    await write({ 'articles.jsonl': vpn.replace('Open', 'Start') + printer });

    const second = await importing('articles.jsonl');
    const third = await importing('articles.jsonl');

    expect(second.said).toEqual(['Articles: 2; 0 added, 1 changed, 1 already here, 0 faulty and left out.']);
    expect(third.said).toEqual(['Articles: 2; 0 added, 0 changed, 2 already here, 0 faulty and left out.']);
    expect(await stored('A-1')).toMatchObject({
      ...{ version: 2, text: { body: '# VPN\n\nStart *Tunnel*.' } },
      history: [{ version: 1, text: { body: '# VPN\n\nOpen *Tunnel*.' } }],
    });
  });

  it('says what would be and writes nothing when asked to', async () => {
    await write({ 'articles.jsonl': vpn });

    const before = await importing('articles.jsonl', { dryRun: true });
    expect(before.said).toEqual([
      'Articles: 1; 1 would be added, 0 would be changed, 0 already here, 0 faulty and left out.',
      'Nothing was written.',
    ]);
    expect(await readdir(folder)).toEqual(['articles.jsonl']);

    await importing('articles.jsonl');
    await write({ 'articles.jsonl': vpn.replace('Open', 'Start') + printer });
    const after = await importing('articles.jsonl', { dryRun: true });
    expect(after.said[0]).toMatch(/1 would be added, 1 would be changed, 0 already here/);
    expect(await stored('A-1')).toMatchObject({ version: 1 });
  });

  it('reads a folder with Markdown, HTML and CSV, by name and below', async () => {
    await write({
      'kb/vpn.md':
        '---\ntitle: VPN at home\nlanguage: en\nowner: ben@example.com\nreviewOn: 2026-09-01\n---\nOpen it.\n',
      'kb/de/drucker.md': '# Drucker\n\nBadge vorhalten.\n',
      'kb/scan.html': '<title>Scan</title><h1>Scan</h1><script>x()</script><p>Lift the lid.</p>',
      'kb/more.csv': 'id;title;body;audience\nC-1;"Reset; now";"One\r\ntwo";agents\n;No id;Text\n',
      'kb/.git/notes.md': 'not an article',
      'kb/picture.png': 'not an article',
      'outside.md': 'not an article',
    });
    await symlink(file('outside.md'), file('kb/link.md'));

    const { said, complaints } = await importing('kb', { skipFaulty: true });

    expect(complaints).toEqual([expect.stringMatching(/^more\.csv:4: There are 3 cells in this row and 4 columns/)]);
    expect(said).toEqual(['Articles: 5; 4 added, 0 changed, 0 already here, 1 faulty and left out.']);
    expect(await stored('vpn')).toMatchObject({
      text: {
        title: 'VPN at home',
        body: 'Open it.',
        language: 'en',
        owner: 'ben@example.com',
        reviewOn: '2026-09-01',
      },
    });
    expect(await stored('de/drucker')).toMatchObject({ text: { title: 'Drucker' } });
    expect(await stored('scan')).toMatchObject({ text: { title: 'Scan', body: '# Scan\n\nLift the lid.' } });
    expect(await stored('C-1')).toMatchObject({ text: { title: 'Reset; now', body: 'One\ntwo', audience: 'agents' } });
  });

  it('writes nothing when something is faulty, and tells every fault with its line', async () => {
    const faulty = line({ id: 'A-3', title: '', body: 'x', state: 'open' });
    await write({ 'articles.jsonl': `${vpn}nonsense\n\n${faulty}${vpn}${line({ title: '!', body: 'x' })}` });

    const { exitCode, said, complaints } = await importing('articles.jsonl');

    expect({ exitCode, said }).toEqual({ exitCode: 1, said: [] });
    expect(complaints).toEqual([
      'articles.jsonl:2: This is no JSON object. Write one on each line.',
      'articles.jsonl:4 title: There is none. An article needs a title and a body.',
      'articles.jsonl:4 state "open": This is not understood. Write one of draft, published, retired.',
      'articles.jsonl:5 id "A-1": articles.jsonl:1 has this id, too. Give each article its own.',
      'articles.jsonl:6 id: There is none. Give the article one.',
      'Faults: 5. Nothing is written: correct them, or leave those articles out by --skip-faulty.',
    ]);
    expect(await readdir(folder)).toEqual(['articles.jsonl']);
  });

  it('leaves faulty articles out when asked to', async () => {
    await write({
      'kb/a.jsonl': `${vpn}nonsense\n`,
      'kb/b.md': new Uint8Array([0x23, 0x20, 0xff]),
      'kb/c.md': '---\na: [\n---\n',
    });

    const { exitCode, said, complaints } = await importing('kb', { skipFaulty: true });

    expect(exitCode).toBe(0);
    expect(said).toEqual(['Articles: 4; 1 added, 0 changed, 0 already here, 3 faulty and left out.']);
    expect(complaints[1]).toBe('b.md:1: This file is not written in utf-8. Save it as UTF-8.');
    expect(complaints[2]).toMatch(/^c\.md:\d: .+ Correct the front matter\.$/);
  });

  it.each([
    ['missing.jsonl', /missing\.jsonl cannot be read \(ENOENT\)/],
    ['empty', /There is no article in .*empty/],
  ])('ends with 2 when there is nothing: %s', async (name, why) => {
    await mkdir(file('empty'));

    const { exitCode, complaints } = await importing(name);

    expect(exitCode).toBe(2);
    expect(complaints).toEqual([expect.stringMatching(why)]);
  });
});
