import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Bot } from '../../../adapters/teams/bot.ts';
import { HttpDoor } from '../../../adapters/teams/http-door.ts';
import { type Answer, Intake } from '../../../adapters/teams/intake.ts';
import type { Payload } from '../../../src/chat/payload.ts';
import { aRecordingLog } from '../slack/connected-desk.ts';
import { aMessage, appId, tenant } from './activities.ts';
import { anIssuer, type Issuer, issuer, type TokenSays } from './an-issuer.ts';

const emea = 'https://smba.trafficmanager.net/emea/';
const taken: { activity: Payload; isAnonymous: boolean }[] = [];
let keys: Issuer;
let bot: Bot;
const servers: Server[] = [];

beforeAll(async () => {
  keys = await anIssuer();
  bot = aBot(keys.openIdMetadataUrl);
});
afterEach(async () => {
  taken.length = 0;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
afterAll(() => keys.stop());

function aBot(openIdMetadataUrl: string): Bot {
  const here = { loginUrl: 'http://127.0.0.1:9/tenant', oauthScope: issuer, tokenIssuer: issuer, openIdMetadataUrl };
  return new Bot({ appId, appPassword: 'secret', tenantId: tenant, ...here });
}

async function aDoor(
  how: {
    bot?: Bot | undefined;
    allowAnonymous?: boolean;
    tenantId?: string | undefined;
    answer?: () => Promise<Answer>;
    isOpen?: boolean;
  } = {},
) {
  const intake = new Intake();
  const { log, lines } = aRecordingLog();
  if (how.isOpen !== false) {
    intake.open(async (activity, isAnonymous) => {
      taken.push({ activity, isAnonymous });
      return (await how.answer?.()) ?? { status: 200 };
    });
  }
  const door = new HttpDoor({
    intake,
    bot: 'bot' in how ? how.bot : bot,
    tenantId: 'tenantId' in how ? how.tenantId : tenant,
    allowAnonymous: how.allowAnonymous ?? false,
    log,
  });
  const server = createServer((request, response) => void door.handle(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  const post = (body: object | string, token?: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { post, lines, intake };
}

describe('an activity with a good token', () => {
  it('is taken, and answered with what comes of it', async () => {
    const door = await aDoor({ answer: async () => ({ status: 200, body: { task: {} } }) });

    const response = await door.post(aMessage(), keys.token(emea));

    expect([response.status, await response.json()]).toEqual([200, { task: {} }]);
    expect(taken).toEqual([{ activity: aMessage({ text: 'VPN is down' }), isAnonymous: false }]);
    expect(door.lines).toEqual([]);
  });

  it('is asked for again when the desk could not take it', async () => {
    const door = await aDoor({ answer: () => Promise.reject(new Error('the store is away')) });

    expect((await door.post(aMessage(), keys.token(emea))).status).toBe(500);
  });

  it('is asked for later before the desk is ready', async () => {
    const door = await aDoor({ isOpen: false });

    expect((await door.post(aMessage(), keys.token(emea))).status).toBe(503);
  });

  it.each([
    ['no JSON', '{"type":', 400],
    ['no object', '[]', 400],
    ['more than 1 MB', `{"text":"${'x'.repeat(1_100_000)}"}`, 413],
  ])('is refused with %s in it', async (_, body, status) => {
    const door = await aDoor();

    expect((await door.post(body, keys.token(emea))).status).toBe(status);
    expect(taken).toEqual([]);
  });
});

describe('an activity that must not be believed', () => {
  const now = Math.floor(Date.now() / 1000);
  const forged: readonly (readonly [string, TokenSays])[] = [
    ['another signature', { isForged: true }],
    ['an unknown key', { kid: 'k2' }],
    ['no signature at all', { alg: 'none' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['the issuer of emulators', { iss: `https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/` }],
    ['another audience', { aud: 'cccccccc-0000-0000-0000-00000000000c' }],
    ['no audience', { aud: '' }],
    ['an expired token', { exp: now - 3600, nbf: now - 7200 }],
    ['a token of the future', { nbf: now + 3600, exp: now + 7200 }],
    ['another service URL', { serviceurl: 'https://evil.example/' }],
    ['no service URL in the token', { serviceurl: undefined }],
  ];
  it.each(forged)('with %s gets 401 and does nothing', async (_, says) => {
    const door = await aDoor();

    const response = await door.post(aMessage({ text: 'secret words' }), keys.token(emea, says));

    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(taken).toEqual([]);
    expect(door.lines).toMatchObject([{ level: 'warn', facts: { status: 401 } }]);
    expect(JSON.stringify(door.lines)).not.toContain('secret words');
  });

  it.each([undefined, 'x', 'a.b.c', `${'a'.repeat(5000)}`])(
    'with no token that could be one (%s) gets 401',
    async (token) => {
      const door = await aDoor();

      expect((await door.post(aMessage(), token)).status).toBe(401);
      expect(taken).toEqual([]);
    },
  );

  it.each([
    ['a service URL without TLS', { serviceUrl: 'http://smba.trafficmanager.net/' }],
    ['no service URL', { serviceUrl: '' }],
  ])('with %s gets 401', async (_, rest) => {
    const door = await aDoor();

    expect((await door.post(aMessage(rest), keys.token(rest.serviceUrl))).status).toBe(401);
  });

  const elsewhere = 'dddddddd-2222-3333-4444-555555555555';
  it.each([
    ['in its conversation', aMessage({ conversation: { id: 'a:1', tenantId: elsewhere } }), {}],
    ['in its channel data', aMessage({ channelData: { tenant: { id: elsewhere } } }), {}],
    ['in its token', aMessage(), { tid: elsewhere }],
    ['nowhere', aMessage({ conversation: { id: 'a:1' }, channelData: {} }), {}],
  ])('of another tenant, named %s, gets 403', async (_, activity, says) => {
    const door = await aDoor();

    expect((await door.post(activity, keys.token(emea, says))).status).toBe(403);
    expect(taken).toEqual([]);
  });

  it('gets 503 when the keys cannot be fetched, so that Teams sends it again', async () => {
    const door = await aDoor({ bot: aBot('http://127.0.0.1:9/metadata') });

    expect((await door.post(aMessage(), keys.token(emea))).status).toBe(503);
  });

  it('leaves nothing on the console', async () => {
    const said: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => said.push(words);
    try {
      const door = await aDoor();
      await door.post(aMessage(), keys.token(emea, { isForged: true }));
      await door.post(aMessage(), keys.token(emea, { exp: now - 3600, nbf: now - 7200 }));
    } finally {
      console.error = error;
    }
    expect(said.length).toBe(0);
  });
});

describe('an activity without a token', () => {
  const local = {
    serviceUrl: 'http://localhost:56150/_connector',
    conversation: { id: 'personal-chat-id' },
    channelData: {},
  };

  it('is refused, app id or not', async () => {
    const door = await aDoor({ bot: undefined });

    expect((await door.post(aMessage(local))).status).toBe(401);
    expect((await door.post(aMessage(local), 'any.to.ken')).status).toBe(401);
  });

  it('is taken from this machine where that is allowed', async () => {
    const door = await aDoor({ bot: undefined, allowAnonymous: true, tenantId: undefined });

    expect((await door.post(aMessage(local))).status).toBe(200);
    expect(taken).toMatchObject([{ isAnonymous: true }]);
  });

  it('is never answered anywhere else', async () => {
    const door = await aDoor({ bot: undefined, allowAnonymous: true, tenantId: undefined });

    expect((await door.post(aMessage({ ...local, serviceUrl: 'https://evil.example/' }))).status).toBe(401);
  });

  it('does not make a bad token good where there is an app id', async () => {
    const door = await aDoor({ allowAnonymous: true });

    expect((await door.post(aMessage(local), keys.token(local.serviceUrl, { isForged: true }))).status).toBe(401);
  });
});
