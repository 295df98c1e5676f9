import { mkdir, mkdtemp, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import type { Fault } from '../../src/config/faults.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';
import { type DeskFileWatch, type WatchOptions, watchDeskFile } from '../../src/config/watch-desk-file.ts';

const deskNamed = (name: string) => `desk: { name: ${name} }\nteams: [{ id: it, agents: [ben@example.com] }]\n`;

let folder = '';
let path = '';
let names: string[] = [];
let refused: (readonly Fault[])[] = [];
let watches: DeskFileWatch[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-watch-'));
  path = join(folder, 'desk.yaml');
  [names, refused, watches] = [[], [], []];
  await writeFile(path, deskNamed('One'));
});
afterEach(async () => {
  for (const watch of watches) watch.stop();
  await rm(folder, { recursive: true });
});

/** A watch that looks only when told to. */
async function aWatch(options: WatchOptions = {}, file = path): Promise<DeskFileWatch> {
  const watch = watchDeskFile(
    file,
    (config) => names.push(config.desk.name),
    (faults) => refused.push(faults),
    { everyMs: 3_600_000, ...options },
  );
  watches.push(watch);
  await watch.look();
  return watch;
}

function running(name: string): DeskConfig {
  const result = parseDeskFile(deskNamed(name));
  if ('faults' in result) throw new Error('the desk of the test is bad');
  return result.config;
}

describe('watching desk.yaml', () => {
  it('hands over a changed desk, once', async () => {
    const watch = await aWatch();
    await writeFile(path, deskNamed('Two'));
    await watch.look();
    await watch.look();

    expect(names).toEqual(['Two']);
  });

  it('looks by itself', async () => {
    const changed = new Promise<DeskConfig>((resolve) => {
      watches.push(watchDeskFile(path, resolve, () => {}, { everyMs: 5, running: running('Zero') }));
    });

    expect(await changed).toMatchObject({ desk: { name: 'One' } });
  });

  it('sees a file of the same length that an editor put in its place', async () => {
    const watch = await aWatch();
    await writeFile(`${path}.new`, deskNamed('Two'));
    await rename(`${path}.new`, path);
    await watch.look();

    expect(names).toEqual(['Two']);
  });

  it('sees a folder of versions switched under a link, as Kubernetes does', async () => {
    for (const version of ['1', '2']) {
      await mkdir(join(folder, version));
      await writeFile(join(folder, version, 'desk.yaml'), deskNamed(`Version${version}`));
    }
    await symlink('1', join(folder, 'data'));
    const watch = await aWatch({}, join(folder, 'data', 'desk.yaml'));
    await symlink('2', join(folder, 'data.new'));
    await rename(join(folder, 'data.new'), join(folder, 'data'));
    await watch.look();

    expect(names).toEqual(['Version2']);
  });

  it('does not miss a change between the start of the desk and that of the watch', async () => {
    await aWatch({ running: running('Zero') });

    expect(names).toEqual(['One']);
  });

  it('says nothing of a change that says nothing new', async () => {
    const watch = await aWatch({ running: running('One') });
    await writeFile(path, `# a comment\n${deskNamed('One')}`);
    await watch.look();

    expect(names).toEqual([]);
  });

  it('tells of a bad file once, and hands over the good one that follows', async () => {
    const watch = await aWatch();
    await writeFile(path, 'teams: []\n');
    for (let looks = 0; looks < 5; looks++) await watch.look();
    expect(refused).toMatchObject([[{ where: `${path}:1 (teams)` }]]);

    await writeFile(path, deskNamed('Two'));
    await watch.look();
    expect(names).toEqual(['Two']);
    expect(refused).toHaveLength(1);
  });

  it('does not tell the same faults again when the file is only touched, but new ones', async () => {
    const watch = await aWatch();
    for (const text of ['teams: []\n', 'teams: []\n\n', 'teams: 3\n']) {
      await writeFile(path, text);
      for (let looks = 0; looks < 3; looks++) await watch.look();
    }

    expect(refused).toHaveLength(2);
  });

  it('says nothing of a file that was half written when it looked', async () => {
    const watch = await aWatch();
    await writeFile(path, '');
    await watch.look();
    await writeFile(path, deskNamed('Two'));
    await watch.look();

    expect(refused).toEqual([]);
    expect(names).toEqual(['Two']);
  });

  it('tells that the file is gone', async () => {
    const watch = await aWatch();
    await unlink(path);
    for (let looks = 0; looks < 3; looks++) await watch.look();

    expect(refused).toMatchObject([[{ where: path, problem: 'There is no such file.' }]]);
  });

  it('says nothing more after it was stopped', async () => {
    const watch = await aWatch();
    await writeFile(path, deskNamed('Two'));
    watch.stop();
    await watch.look();

    expect(names).toEqual([]);
  });
});
