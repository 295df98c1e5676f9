import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { teamsAdapter } from '../../../adapters/teams/adapter.ts';
import type { TeamsOptions, Trouble } from '../../../adapters/teams/options.ts';
import type { ChatEvent } from '../../../src/chat/event.ts';
import type { Turn } from '../../../src/chat/turn.ts';
import { silentLog } from '../../../src/log.ts';
import { aConnector } from './a-connector.ts';
import { appId, tenant } from './activities.ts';
import { anIssuer, issuer } from './an-issuer.ts';

/** What a test's desk does with a turn. */
export type Story = (turn: Turn) => Promise<unknown>;

/** The real adapter, with the least connector behind it and a sender of activities before it. */
export async function aConnectedDesk(how: Partial<TeamsOptions> = {}) {
  const connector = await aConnector();
  const keys = await anIssuer();
  const events: ChatEvent[] = [];
  const troubles: Trouble[] = [];
  const desk: { story: Story } = { story: async () => {} };
  const adapter = teamsAdapter({
    appId,
    appPassword: 'secret',
    tenantId: tenant,
    loginUrl: connector.loginUrl,
    oauthScope: issuer,
    tokenIssuer: issuer,
    openIdMetadataUrl: keys.openIdMetadataUrl,
    log: silentLog,
    now: () => new Date(),
    onTrouble: (trouble) => troubles.push(trouble),
    retry: { firstMs: 2, longestMs: 20, withinMs: 5000, timeoutMs: 2000, stopMs: 2000 },
    windows: [],
    ...how,
  });
  const server = createServer((request, response) => {
    const route = adapter.routes.find(({ path }) => path === request.url);
    if (route) route.handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  await adapter.start(async (turn) => {
    events.push(turn.event);
    await desk.story(turn);
  });
  return {
    adapter,
    connector,
    events,
    troubles,
    tell: (story: Story) => {
      desk.story = story;
    },
    /** Teams brings an activity from this connector. */
    hears: async (activity: object) => {
      const { serviceUrl } = connector;
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${keys.token(serviceUrl)}` };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ ...activity, serviceUrl }) });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    },
    /** What was asked of the connector, shortly. */
    asked: () => connector.calls.map(({ method, path }) => `${method} ${path}`),
    stop: async () => {
      await adapter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await keys.stop();
      await connector.stop();
    },
  };
}
export type ConnectedDesk = Awaited<ReturnType<typeof aConnectedDesk>>;
