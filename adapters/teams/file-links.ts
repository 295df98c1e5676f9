import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { OutgoingFile, Route } from '../../src/chat/adapter.ts';

export interface FileLinkOptions {
  /** Where the files lie; made when it is not there. */
  readonly folder: string;
  /** The address under which browsers reach the desk, asked for with each link. */
  readonly publicUrl: () => string;
  readonly now: () => Date;
}

/** A file can be fetched for so long; after that it is still with whoever sent it. */
const keptMs = 90 * 24 * 60 * 60_000;
const tidiedEveryMs = 60 * 60_000;
const path = '/files';

/**
 * Files that a bot cannot put into Teams itself, to be fetched from the desk. Whoever has a link can fetch its file, and
 * nobody can guess one: it holds 256 random bits.
 */
export class FileLinks {
  readonly #options: FileLinkOptions;
  #tidiedAt = Number.NEGATIVE_INFINITY;

  constructor(options: FileLinkOptions) {
    this.#options = options;
  }

  get route(): Route {
    return { method: 'get', path, handle: (request, response) => void this.#serve(request, response) };
  }

  /** Keeps a file. @returns where it can be fetched */
  async keep({ name, content }: OutgoingFile): Promise<string> {
    const { folder, publicUrl } = this.#options;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await this.#tidy();
    const id = randomBytes(32).toString('hex');
    await writeFile(this.#at(`${id}.name`), name || 'file', { mode: 0o600 });
    await writeFile(this.#at(id), content, { mode: 0o600 });
    return new URL(`${path}?id=${id}`, `${publicUrl().replace(/\/$/, '')}/`).href;
  }

  /** Always as a download: what somebody sent must never run in a page of the desk. */
  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = /[?&]id=([0-9a-f]{64})$/.exec(request.url ?? '')?.[1];
    const found = id === undefined ? undefined : await this.#read(id).catch(() => undefined);
    if (!found) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('There is no such file, or it is too old to be fetched. Ask whoever sent it.\n');
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': found.content.byteLength,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    response.end(found.content);
  }

  async #read(id: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    const [name, content] = await Promise.all([readFile(this.#at(`${id}.name`), 'utf8'), readFile(this.#at(id))]);
    return { name, content };
  }

  async #tidy(): Promise<void> {
    const now = this.#options.now().getTime();
    if (now - this.#tidiedAt < tidiedEveryMs) return;
    this.#tidiedAt = now;
    for (const name of await readdir(this.#options.folder)) {
      const { mtimeMs } = await stat(this.#at(name));
      if (now - mtimeMs > keptMs) await rm(this.#at(name), { force: true });
    }
  }

  #at(name: string): string {
    return join(this.#options.folder, name);
  }
}
