import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { request } from 'undici';
import { LiveStream } from '../../../playground/page/live-stream.ts';
import type { Snapshot, Update } from '../../../playground/page/wire.ts';
import { emptyTenant } from '../../web/playground/empty-tenant.ts';

const gone = (ts: string): Update => ({ kind: 'message gone', channel: 'C1', ts });
const snapshot: Snapshot = {
  team: 'Example',
  bot: 'U1',
  people: [],
  channels: [],
  messages: [],
  modals: {},
  homes: {},
  happenings: [],
  directs: {},
  teams: emptyTenant,
};

let stream: LiveStream;
let server: Server;
let url: string;

beforeEach(async () => {
  stream = new LiveStream(() => ({ kind: 'snapshot', snapshot }));
  const app = express();
  app.get('/', (incoming, outgoing) => stream.serve(incoming, outgoing));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  stream.end();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Reads updates until there are so many. */
async function read(body: AsyncIterable<Buffer>, count: number): Promise<Update[]> {
  let text = '';
  for await (const chunk of body) {
    text += chunk.toString();
    const updates = text.split('\n\n').flatMap((part) => /^data: (.*)$/m.exec(part)?.[1] ?? []);
    if (updates.length >= count) return updates.map((update) => JSON.parse(update) as Update);
  }
  throw new Error(`The stream ended with ${text}`);
}

describe('the live stream', () => {
  it('begins with all there is and goes on with every change', async () => {
    const { headers, body } = await request(url);
    expect(headers['content-type']).toContain('text/event-stream');
    stream.tell(gone('1.000001'));
    expect(await read(body, 2)).toEqual([{ kind: 'snapshot', snapshot }, gone('1.000001')]);
  });

  it('begins anew for who comes back', async () => {
    for (const _ of ['first', 'second']) {
      const { body } = await request(url);
      expect(await read(body, 1)).toEqual([{ kind: 'snapshot', snapshot }]);
    }
  });

  it('ends for everyone when the desk stops, and takes nobody new', async () => {
    const { body } = await request(url);
    stream.end();
    expect(await body.text()).toContain('snapshot');
    expect((await request(url)).statusCode).toBe(503);
    expect(stream.readers).toBe(0);
  });
});
