import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FileLinks } from '../../../adapters/teams/file-links.ts';

const file = { name: 'rück "sicht".html', mimeType: 'text/html', content: Buffer.from('<script>x</script>') };

let folder: string;
let server: Server;
let links: FileLinks;
let now = new Date('2026-11-24T09:00:00Z');

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'deskhand-links-')), 'files');
  now = new Date();
  server = createServer((request, response) => links.route.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  links = new FileLinks({ folder, publicUrl: () => `http://127.0.0.1:${port}`, now: () => now });
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

describe('a link to a file', () => {
  it('gives the file to be saved, never to be run, and its folder is the desk’s alone', async () => {
    const answer = await fetch(await links.keep(file));

    expect(await answer.text()).toBe('<script>x</script>');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''r%C3%BCck%20%22sicht%22.html",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  it.each([
    ['another id', (url: string) => url.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['the file’s name', (url: string) => `${url}.name`],
    ['a way out of the folder', (url: string) => url.replace(/id=.*/, 'id=../../secret')],
    ['no id', (url: string) => url.replace(/\?.*/, '')],
  ])('gives nothing for %s', async (_, change) => {
    const answer = await fetch(change(await links.keep(file)));

    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('no such file');
  });

  it('is a different one each time', async () => {
    expect(await links.keep(file)).not.toBe(await links.keep(file));
  });

  it('ends after ninety days', async () => {
    const old = await links.keep(file);
    const long = new Date(now.getTime() - 91 * 24 * 3_600_000);
    for (const name of await readdir(folder)) await utimes(join(folder, name), long, long);
    now = new Date(now.getTime() + 2 * 3_600_000);
    const fresh = await links.keep(file);

    expect((await fetch(old)).status).toBe(404);
    expect((await fetch(fresh)).status).toBe(200);
  });
});
