import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aSlackWorkspace, type SlackWorkspaceOptions } from '../../../playground/slack/workspace.ts';

/** A request that came to the app, as it came over the wire. */
export interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The payload, whichever way it was written. */
  readonly payload: Record<string, unknown> & { readonly event?: Record<string, unknown> };
}

/** What the app answers: a status and a body; undefined to stay silent. */
export type AppAnswer = { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> };

/**
 * A workspace with an app that is nothing but an HTTP server: it records what comes and answers as told.
 * @param answer what to answer to each request in turn; undefined never answers
 */
export async function aWorkspaceWithPlainApp(
  options: SlackWorkspaceOptions = {},
  answer: (heard: Heard) => AppAnswer | undefined = () => ({}),
) {
  const slack = await aSlackWorkspace({ retryDelaysMs: [], ...options });
  const heard: Heard[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const one = { headers: request.headers, body, payload: payloadIn(body) };
    heard.push(one);
    const said = answer(one);
    if (said) response.writeHead(said.status ?? 200, said.headers ?? {}).end(said.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await slack.connect({ eventsUrl: `http://127.0.0.1:${port}/slack/events` });
  const close = async () => {
    await slack.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { slack, heard, close, server, port };
}

/** The signature that a request must carry, worked out anew from its parts. */
export function signatureOf({ headers, body }: Heard, secret: string): string {
  const base = `v0:${String(headers['x-slack-request-timestamp'])}:${body}`;
  return `v0=${createHmac('sha256', secret).update(base).digest('hex')}`;
}

function payloadIn(body: string): Heard['payload'] {
  if (body.startsWith('{')) return JSON.parse(body) as Heard['payload'];
  const fields = Object.fromEntries(new URLSearchParams(body));
  return (fields.payload === undefined ? fields : JSON.parse(fields.payload)) as Heard['payload'];
}
