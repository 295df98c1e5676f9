import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../faults/kit/desk-process.ts';

// In the project's folder, because packages outside the bundle are looked for from where it lies.
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync('.cache/bundle-');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the bundled desk', () => {
  const place = join(folder, 'bundle/desk');
  beforeAll(() => bundle(place));

  it('holds the packages that every start reads, and leaves the database driver and native parts outside', () => {
    const packages = packagesIn(place);

    expect(packages).toContain('express');
    for (const outside of ['mongodb', 'mongoose', 'bson', 'lmdb', 'agenda', 'botbuilder'])
      expect(packages).not.toContain(outside);
  });

  it('starts with its embedded store, finds the pages, and ends well', async () => {
    mkdirSync(join(folder, 'web/playground'), { recursive: true });
    writeFileSync(join(folder, 'web/playground/index.html'), 'the page of this build');
    const port = await freePort();
    const desk = start(join(place, 'main.js'), port);

    const page = await answerOf(`http://127.0.0.1:${port}/readyz`, desk).then(() =>
      fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text()),
    );
    const ended = once(desk, 'exit');
    desk.kill('SIGTERM');

    expect(page).toBe('the page of this build');
    expect(await ended).toEqual([0, null]);
  });
});

describe('an error in a bundled program', () => {
  it('names the source and the line in its stack', () => {
    const source = join(folder, 'failing.ts');
    writeFileSync(
      source,
      "interface Wish {\n  readonly for: string;\n}\n\nfunction grant(wish: Wish): never {\n  throw new Error(wish.for);\n}\ntry {\n  grant({ for: 'rain' });\n} catch (error) {\n  console.log((error as Error).stack);\n}\n",
    );
    bundle(join(folder, 'failing'), `failing=${source}`);

    const { stdout } = spawnSync(process.execPath, [join(folder, 'failing/failing.js')], { encoding: 'utf8' });

    expect(stdout).toMatch(
      /^Error: rain\n {4}at grant \(file:.*\/failing\.ts:6:9\)\n {4}at file:.*\/failing\.ts:9:\d+\n/,
    );
  });
});

function bundle(...settings: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/bundle.mjs', ...settings], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

/** The bundler writes above each module where it came from. */
function packagesIn(place: string): readonly string[] {
  const files = readdirSync(place).filter((name) => name.endsWith('.js'));
  const origins = files.flatMap((name) => [
    ...readFileSync(join(place, name), 'utf8').matchAll(/^ *\/\/ .*node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm),
  ]);
  return [...new Set(origins.map(([, name = '']) => name))];
}

function start(main: string, port: number): ChildProcess {
  return spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: String(port),
      PLAYGROUND: '1',
      LOG_LEVEL: 'warn',
      DATA_DIR: join(folder, 'data'),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Waits until it answers well. @throws Error when the program ends before */
async function answerOf(url: string, program: ChildProcess): Promise<void> {
  for (;;) {
    if (program.exitCode !== null) throw new Error(`it ended with ${program.exitCode}`);
    const { ok } = await fetch(url).catch(() => ({ ok: false }));
    if (ok) return;
  }
}
