import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { scenarioDesk } from '../scenarios/kit/scenario-desk.ts';
import { anApp, aSlackStage } from '../scenarios/kit/slack-stage.ts';
import { aStoreThatCanGoAway } from './kit/a-store.ts';
import { counted } from './kit/cards-on-slack.ts';

const server = process.env.TEST_MONGODB_URI;
if (!server) process.stderr.write('TEST_MONGODB_URI is not set: two desks share the embedded engine alone.\n');

interface SharedStore {
  readonly uri: string;
  stop(): Promise<void>;
}

const stores: [string, () => Promise<SharedStore>][] = [['the embedded engine', aStoreThatCanGoAway]];
if (server) stores.push(['the server of TEST_MONGODB_URI', async () => ({ uri: fresh(server), stop: async () => {} })]);

describe('two desks on one store, each told of everything at the same time', () => {
  it.each(stores)(
    'do each thing once (%s)',
    async (_, open) => {
      const store = await open();
      const stage = await aSlackStage({ mongodbUri: store.uri });
      const other = await anApp(stage.slack, await scenarioDesk(), { dataDir: 'unused', mongodbUri: store.uri });
      await other.start();
      const both = await toBoth([stage.app.url, other.url]);
      await stage.slack.connect({ eventsUrl: `${both.url}/slack/events` });
      try {
        const { dana, ben } = stage;
        await Promise.all(Array.from({ length: 20 }, (_unused, at) => dana.says(`The VPN is slow, case ${at}.`)));
        await stage.slack.until(() => counted(stage.slack).tickets === 20 && counted(stage.slack).wrong.length === 0, {
          timeoutMs: 30_000,
        });
        const cards = ben.all({ in: '#it-triage', by: 'desk' });
        await Promise.all(cards.map((card) => ben.clicksOn(card, 'Claim')));
        for (const root of dana.all({ in: 'direct', by: 'dana' }))
          await dana.says('And now it is off', { under: root });
        const copies = () => ben.allWith('And now it is off', { in: '#it-triage' });
        await stage.slack.until(() => copies().length >= 20, { timeoutMs: 30_000 });
        await stage.slack.until(() => ben.allWith('State: in progress', { in: '#it-triage' }).length === 20, {
          timeoutMs: 30_000,
        });
        await Promise.all([stage.settled(), other.router.inbox.idle(), other.desk.courier.idle()]);

        expect(counted(stage.slack)).toEqual({ tickets: 20, wrong: [] });
        expect(cards).toHaveLength(20);
        expect(copies()).toHaveLength(20);
        expect(stage.posted()).toHaveLength(60);
        for (const card of cards) {
          const ticket = await stage.desk.ticketStore.find(card.text.split(' ')[0] ?? '');
          const moves = ticket?.history.flatMap(({ move }) => (move === 'consider' ? [] : [move]));
          expect(moves).toEqual(['open', 'claim', 'hear']);
        }
      } finally {
        await both.stop();
        await other.stop();
        await stage.close();
        await store.stop();
      }
    },
    120_000,
  );
});

/** A database of its own on the server. */
function fresh(uri: string): string {
  const url = new URL(uri);
  url.pathname = `/two_desks_${Date.now()}`;
  return url.href;
}

/** Brings each request to every address at the same time and gives the first one's answer. */
async function toBoth(urls: readonly string[]) {
  const server = createServer(async (incoming, answer) => {
    const body = await buffer(incoming);
    const [first] = await Promise.all(urls.map((url) => passOn(url, incoming, body)));
    first?.answerWith(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function passOn(url: string, { method, url: path, headers }: IncomingMessage, body: Buffer) {
  return new Promise<{ answerWith(answer: ServerResponse): void }>((resolve, reject) => {
    const passed = request(`${url}${path}`, { method, headers }, async (response) => {
      const said = await buffer(response);
      resolve({
        answerWith: (answer) => void answer.writeHead(response.statusCode ?? 502, response.headers).end(said),
      });
    });
    passed.on('error', reject).end(body);
  });
}
