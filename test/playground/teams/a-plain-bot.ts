import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aTeamsTenant, type TeamsTenantOptions } from '../../../playground/teams/tenant.ts';

/** Anything that came as JSON, for looking into. */
export type Loose = { readonly [key: string]: unknown };

/** A request that came to the bot. */
export interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly activity: Loose;
}

/** What the bot answers: a status and a JSON body; undefined to stay silent. */
export interface BotAnswer {
  readonly status?: number;
  readonly body?: unknown;
}

/** What the connector answered. */
export interface Answered {
  readonly status: number;
  readonly body: Loose;
  readonly headers: Headers;
}

/** A tenant with a bot that is nothing but an HTTP server: it records what comes, answers as told, and calls by hand. */
export async function aTenantWithPlainBot(
  options: TeamsTenantOptions = {},
  answer: (heard: Heard) => BotAnswer | undefined = () => ({}),
) {
  const teams = await aTeamsTenant({ retryDelaysMs: [], ...options });
  const heard: Heard[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const one = { headers: request.headers, activity: JSON.parse(body) as Loose };
    heard.push(one);
    const said = answer(one);
    if (said) response.writeHead(said.status ?? 200).end(said.body === undefined ? '' : JSON.stringify(said.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await teams.connect({ messagesUrl: `http://127.0.0.1:${port}/api/messages` });
  const close = async () => {
    await teams.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const bearer = options.isAnonymous ? '' : await aToken(teams.environment);
  const call = (method: string, path: string, body?: unknown, token = bearer): Promise<Answered> =>
    connectorCall(`${teams.serviceUrl}v3/${path}`, { method, body, token });
  /** The bot posts into a conversation, by its id. @returns the message's id */
  const post = async (conversation: string, activity: Loose): Promise<string> => {
    const { body, status } = await call('POST', `conversations/${encodeURIComponent(conversation)}/activities`, {
      type: 'message',
      ...activity,
    });
    if (status !== 201) throw new Error(`The connector said ${status}: ${JSON.stringify(body)}`);
    return String(body.id);
  };
  return { teams, heard, server, port, close, call, post };
}

export type World = Awaited<ReturnType<typeof aTenantWithPlainBot>>;

/** Asks the login service, as the bot would; `change` makes the request another. */
export async function askForToken(environment: Readonly<Record<string, string>>, change: Record<string, string> = {}) {
  const form = {
    grant_type: 'client_credentials',
    client_id: environment.TEAMS_APP_ID ?? '',
    client_secret: environment.TEAMS_APP_PASSWORD ?? '',
    scope: `${environment.TEAMS_OAUTH_SCOPE}/.default`,
    ...change,
  };
  const response = await fetch(`${environment.TEAMS_LOGIN_URL}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: (await response.json()) as Loose };
}

/** An attachment with an Adaptive Card. */
export function card(content: Loose): Loose {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: { type: 'AdaptiveCard', version: '1.5', body: [], ...content },
  };
}

/**
 * Checks a token as a careful bot would, from the published documents alone.
 * @returns its claims, or undefined when the signature does not hold
 */
export async function verifiedClaims(token: string, metadataUrl: string): Promise<Loose | undefined> {
  const [head = '', body = '', signature = ''] = token.split('.');
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as Loose;
  const { jwks_uri: keysUrl } = (await (await fetch(metadataUrl)).json()) as { jwks_uri: string };
  const { keys } = (await (await fetch(keysUrl)).json()) as { keys: (JsonWebKey & { kid: string })[] };
  const jwk = keys.find((one) => one.kid === kid);
  if (!jwk) return undefined;
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  const holds = verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
  return holds ? (JSON.parse(Buffer.from(body, 'base64url').toString()) as Loose) : undefined;
}

async function aToken(environment: Readonly<Record<string, string>>): Promise<string> {
  return String((await askForToken(environment)).body.access_token);
}

async function connectorCall(
  url: string,
  { method, body, token }: { method: string; body: unknown; token: string },
): Promise<Answered> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Loose), headers: response.headers };
}
