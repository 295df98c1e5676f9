import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { agent, team, triage } from './load.ts';

/** The few answers that a Slack app needs, as cheap as they can be: what is measured is the app. */
export async function aSlackStub() {
  let ts = 0;
  const updates = aLimit(50, 60_000);
  const answers: Readonly<Record<string, (body: URLSearchParams) => object>> = {
    'auth.test': () => ({
      user_id: 'U0DESK',
      bot_id: 'B0DESK',
      team_id: team,
      team: 'Bench',
      user: 'desk',
      url: 'https://bench.slack.com/',
    }),
    'users.info': (body) => ({ user: user(body.get('user') ?? '') }),
    'users.lookupByEmail': () => ({ user: user(agent) }),
    'conversations.list': () => ({ channels: [channel(triage, 'it-triage')], response_metadata: { next_cursor: '' } }),
    'conversations.info': (body) => ({ channel: channel(body.get('channel') ?? '', 'x') }),
    'conversations.open': (body) => ({ channel: { id: (body.get('users') ?? '').replace(/^U/, 'D') } }),
    'chat.postMessage': (body) => {
      ts += 1;
      return { channel: body.get('channel'), ts: `${1_600_000_000 + ts}.000100` };
    },
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      const body = fields(Buffer.concat(chunks).toString(), request.headers['content-type']);
      response.setHeader('content-type', 'application/json');
      if (method === 'chat.update' && updates.isTooMany()) {
        response.writeHead(429, { 'retry-after': '10' });
        return response.end('{"ok":false,"error":"ratelimited"}');
      }
      return response.end(JSON.stringify({ ok: true, ...answers[method]?.(body) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Tier 3 of https://docs.slack.dev/apis/web-api/rate-limits: without it the desk would redraw faster than Slack lets it. */
function aLimit(count: number, windowMs: number) {
  let began = performance.now();
  let used = 0;
  return {
    isTooMany: () => {
      if (performance.now() - began > windowMs) {
        began = performance.now();
        used = 0;
      }
      used += 1;
      return used > count;
    },
  };
}

function fields(body: string, contentType = ''): URLSearchParams {
  if (!contentType.includes('json')) return new URLSearchParams(body);
  const entries = Object.entries(JSON.parse(body || '{}') as Record<string, unknown>);
  return new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)]));
}

function user(id: string) {
  const name = id === agent ? 'ben' : id.toLowerCase();
  const profile = { real_name: name, display_name: name, email: `${name}@example.com` };
  return {
    id,
    team_id: team,
    name,
    real_name: name,
    tz: 'Europe/Berlin',
    locale: 'en-US',
    deleted: false,
    is_bot: false,
    profile,
  };
}

function channel(id: string, name: string) {
  return {
    id,
    name,
    is_channel: !id.startsWith('D'),
    is_im: id.startsWith('D'),
    is_member: true,
    is_private: false,
    is_archived: false,
  };
}
