import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';
import express from 'express';
import type { Desk } from '../../src/desk.ts';
import { secretRoutes } from '../../src/http/secret-routes.ts';

/** What a browser got. */
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A browser that follows links to a desk's pages of secrets. Its server stops after the test. */
export async function secretPages(desk: Desk) {
  const app = express();
  secretRoutes(app, desk);
  const server = createServer(app);
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, init: RequestInit): Promise<Got> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  };
  return {
    url: `http://127.0.0.1:${port}`,
    get: (path: string, language = 'en') => ask(path, { headers: { 'accept-language': language } }),
    head: (path: string) => ask(path, { method: 'HEAD' }),
    post: (path: string, form: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(form), headers: { 'accept-language': 'en' } }),
  };
}

const running: Server[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
