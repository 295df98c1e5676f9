import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectorClient } from '../../../adapters/teams/connector-client.ts';
import { type Call, retryPolicy, type Trouble } from '../../../adapters/teams/options.ts';
import { Pace } from '../../../adapters/teams/pace.ts';
import { Tokens } from '../../../adapters/teams/tokens.ts';
import { Transport } from '../../../adapters/teams/transport.ts';
import { aConnector, type Connector } from './a-connector.ts';

let connector: Connector;
let client: ConnectorClient;
const troubles: Trouble[] = [];
const seen: Call[] = [];

beforeEach(async () => {
  connector = await aConnector();
  client = new ConnectorClient({ timeoutMs: 2000, onCall: (call) => seen.push(call) });
  troubles.length = 0;
  seen.length = 0;
});
afterEach(async () => {
  await client.close();
  await connector.stop();
});

function aTransport(policy: { withinMs?: number } = {}): Transport {
  const credentials = {
    appId: 'app',
    appPassword: 'secret',
    loginUrl: connector.loginUrl,
    scope: 'https://api.botframework.com',
  };
  return new Transport({
    client,
    tokens: new Tokens(client, credentials),
    pace: new Pace([], []),
    policy: { ...retryPolicy, firstMs: 2, longestMs: 20, withinMs: 5000, ...policy },
    onTrouble: (trouble) => troubles.push(trouble),
  });
}

const send = (transport: Transport, place = 'teams:t/a') =>
  transport.call({
    name: 'sendToConversation',
    method: 'POST',
    entrance: { url: connector.serviceUrl, isVerified: true },
    path: 'conversations/a/activities',
    tenant: 't',
    thread: 'a',
    place,
    body: { type: 'message' },
  });

describe('a call of the connector', () => {
  it('carries a token that is asked for once', async () => {
    const transport = aTransport();

    await Promise.all([send(transport), send(transport), send(transport)]);

    expect(connector.calls.map(({ authorization }) => authorization)).toEqual(Array(3).fill('Bearer token-1'));
    expect(connector.logins.map((each) => Object.fromEntries(each))).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: 'app',
        client_secret: 'secret',
        scope: 'https://api.botframework.com/.default',
      },
    ]);
  });

  it.each([412, 500, 502, 503, 504] as const)('is repeated after a %s', async (status) => {
    connector.will(/^POST conversations/, { status }, 2);

    await expect(send(aTransport())).resolves.toMatchObject({ id: expect.any(String) });
    expect(connector.calls).toHaveLength(3);
  });

  it('is repeated after a cut connection', async () => {
    connector.will(/^POST conversations/, 'reset', 2);

    await send(aTransport());

    expect(connector.calls).toHaveLength(3);
  });

  it('waits as long as it is told to, and a 429 without a time is waited out too', async () => {
    connector.will(/^POST conversations/, { status: 429, headers: { 'retry-after': '0.15' } }, 1);
    connector.will(/^POST conversations/, { status: 429 }, 1);

    await send(aTransport());

    const [first, second] = connector.calls.map(({ atMs }) => atMs);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(145);
    expect(connector.calls).toHaveLength(3);
    expect(seen.filter(({ error }) => error === 'Throttled')).toHaveLength(2);
  });

  it.each([
    [500, true],
    [504, true],
    [412, false],
    [429, false],
  ] as const)(
    'that fails with %s until the end says whether it may have arrived: %s',
    async (status, mayHaveArrived) => {
      connector.will(/^POST conversations/, { status });

      await expect(send(aTransport({ withinMs: 30 }))).rejects.toMatchObject({
        platformCode: `http_${status}`,
        isPermanent: false,
        mayHaveArrived,
      });
      expect(troubles).toEqual([]);
    },
  );

  it.each(['ConversationNotFound', 'BotNotInConversationRoster', 'ForbiddenOperationException', 'BotDisabledByAdmin'])(
    'that is refused with %s is told to the administrators once, with what to do',
    async (code) => {
      connector.will(/^POST conversations/, { status: 403, body: { error: { code, message: 'no' } } });
      const transport = aTransport();

      await expect(send(transport)).rejects.toMatchObject({
        platformCode: code,
        isPermanent: true,
        mayHaveArrived: false,
      });
      await expect(send(transport)).rejects.toThrow(code);

      expect(connector.calls).toHaveLength(2);
      expect(troubles).toMatchObject([{ code, what: 'sendToConversation in teams:t/a' }]);
      expect(troubles[0]?.advice.length).toBeGreaterThan(20);
    },
  );

  it('that is refused for somebody without the app is told once for all of them', async () => {
    connector.will(/^POST conversations/, { status: 403, body: { error: { code: 'ForbiddenOperationException' } } });
    const transport = aTransport();

    await expect(send(transport, 'teams:t/dana')).rejects.toThrow();
    await expect(send(transport, 'teams:t/ben')).rejects.toThrow();

    expect(troubles).toHaveLength(1);
  });

  it('is told anew when it had worked in between', async () => {
    const gone = { status: 404, body: { error: { code: 'ConversationNotFound' } } };
    const transport = aTransport();
    connector.will(/^POST/, gone, 1);
    await expect(send(transport)).rejects.toThrow();
    await send(transport);
    connector.will(/^POST conversations/, gone, 1);
    await expect(send(transport)).rejects.toThrow();

    expect(troubles.map(({ code }) => code)).toEqual(['ConversationNotFound', 'ConversationNotFound']);
  });

  it('asks for a new token when its own is not taken any more, once', async () => {
    connector.will(/^POST conversations/, { status: 401 }, 1);

    await send(aTransport());

    expect(connector.calls.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('fails for good when no token is taken, or none is given', async () => {
    connector.will(/^POST conversations/, { status: 401 });
    await expect(send(aTransport())).rejects.toMatchObject({ platformCode: 'Unauthorized', isPermanent: true });

    connector.will(/oauth2/, { status: 401, body: { error: 'invalid_client' } });
    await expect(send(aTransport())).rejects.toMatchObject({ platformCode: 'invalid_client', isPermanent: true });
    expect(troubles.map(({ code }) => code)).toEqual(['Unauthorized', 'invalid_client']);
  });

  it('is not tried again once the desk stops', async () => {
    connector.will(/^POST conversations/, { status: 500 });
    const transport = aTransport();
    const sent = send(transport);

    transport.halt();

    await expect(sent).rejects.toMatchObject({ isPermanent: false });
  });

  it('tells that nothing arrived where nobody listens', async () => {
    const transport = aTransport({ withinMs: 20 });
    await transport.tokens.get();
    const url = connector.serviceUrl;
    await connector.stop();

    await expect(send(transport)).rejects.toMatchObject({ platformCode: 'not_reached', mayHaveArrived: false });
    connector = await aConnector();
    expect(url).not.toBe(connector.serviceUrl);
  });
});
