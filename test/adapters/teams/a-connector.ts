import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came, as it was read. */
export interface Asked {
  readonly method: string;
  /** Decoded, without the connector's own part. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
  readonly atMs: number;
}

/** What is answered; `reset` cuts the connection. */
export type Reply =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | 'reset';

/**
 * The least that can be taken for a connector and a login: it keeps what it was asked, and answers what a test says, or as
 * if all went well.
 */
export async function aConnector() {
  const calls: Asked[] = [];
  const watchers: { readonly count: number; readonly tell: () => void }[] = [];
  const logins: URLSearchParams[] = [];
  const script: { readonly path: RegExp; reply: Reply; left: number }[] = [];
  let count = 0;
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const path = decodeURIComponent((request.url ?? '').replace(/^\/emea\/v3\//, ''));
    const isLogin = path.includes('oauth2');
    if (isLogin) logins.push(new URLSearchParams(text));
    else
      calls.push({
        method: request.method ?? '',
        path,
        authorization: request.headers.authorization,
        body: text ? JSON.parse(text) : {},
        atMs: performance.now(),
      });
    for (const { count: wanted, tell } of watchers) if (calls.length >= wanted) tell();
    const planned = script.find((each) => each.left > 0 && each.path.test(`${request.method} ${path}`));
    if (planned) planned.left -= 1;
    const reply = planned?.reply ?? usual(isLogin, path);
    if (reply === 'reset') request.socket.destroy();
    else
      response
        .writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
        .end(JSON.stringify(reply.body ?? {}));
  }

  function usual(isLogin: boolean, path: string): Reply {
    count += 1;
    if (isLogin) return { status: 200, body: { access_token: `token-${logins.length}`, expires_in: 3600 } };
    return { status: 201, body: { id: path === 'conversations' ? 'a:opened' : `${1764000000000 + count}` } };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    calls,
    logins,
    loginUrl: `${url}/tenant`,
    serviceUrl: `${url}/emea/`,
    /** The next requests whose method and path fit are answered so; all of them without a number. */
    will: (path: RegExp, reply: Reply, times = Number.POSITIVE_INFINITY) =>
      void script.push({ path, reply, left: times }),
    /** Comes back once so many calls have come. */
    asked: (wanted: number) =>
      new Promise<void>((resolve) => {
        watchers.push({ count: wanted, tell: resolve });
        if (calls.length >= wanted) resolve();
      }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Connector = Awaited<ReturnType<typeof aConnector>>;
