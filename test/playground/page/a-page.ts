import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { request } from 'undici';
import { aPlayground } from '../../../playground/playground.ts';
import type { NamedInDesk } from '../../../playground/seeds.ts';
import { silentLog } from '../../../src/log.ts';

/** The playground's page on a server of its own, without a desk behind it. */
export async function aServedPage(desk: NamedInDesk) {
  const playground = await aPlayground({ desk, log: silentLog });
  const app = express();
  playground.pages(app, { subscribe: () => () => {}, trace: () => {} });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    playground,
    url,
    /** Sends an act as the page would; a text goes as it is. */
    acts: async (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const answer = await request(`${url}/playground/api/${path}`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: answer.statusCode, body: (await answer.body.json()) as { error?: string; trouble?: string } };
    },
    stop: async () => {
      await playground.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type ServedPage = Awaited<ReturnType<typeof aServedPage>>;
