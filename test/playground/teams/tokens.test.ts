import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { askForToken, aTenantWithPlainBot, verifiedClaims, type World } from './a-plain-bot.ts';

let world: World;
beforeEach(async () => {
  world = await aTenantWithPlainBot();
});
afterEach(() => world.close());

describe('the login service', () => {
  it('gives the bot a token for its id and secret', async () => {
    const { environment } = world.teams;
    const { status, body } = await askForToken(environment);
    expect([status, body.token_type, body.expires_in]).toEqual([200, 'Bearer', 3600]);
    const metadata = `${environment.TEAMS_LOGIN_URL}/v2.0/.well-known/openid-configuration`;
    expect(await verifiedClaims(String(body.access_token), metadata)).toMatchObject({
      aud: environment.TEAMS_OAUTH_SCOPE,
      appid: environment.TEAMS_APP_ID,
      tid: environment.TEAMS_TENANT_ID,
    });
  });

  it.each([
    ['another id', { client_id: 'someone' }, 400, 'unauthorized_client'],
    ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client'],
    ['another scope', { scope: 'https://graph.microsoft.com/.default' }, 400, 'invalid_scope'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('refuses %s', async (_, change, status, error) => {
    expect(await askForToken(world.teams.environment, change)).toMatchObject({ status, body: { error } });
  });

  it('knows one tenant', async () => {
    const environment = { ...world.teams.environment };
    environment.TEAMS_LOGIN_URL = new URL('/elsewhere', environment.TEAMS_LOGIN_URL).href;
    expect(await askForToken(environment)).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  it('describes itself as sign-in libraries ask it to', async () => {
    const login = world.teams.environment.TEAMS_LOGIN_URL ?? '';
    const metadata = await (await fetch(`${login}/v2.0/.well-known/openid-configuration`)).json();
    expect(metadata).toMatchObject({ token_endpoint: `${login}/oauth2/v2.0/token`, issuer: `${login}/v2.0` });
    const discovery = await fetch(`${new URL(login).origin}/common/discovery/instance?api-version=1.1`);
    expect(await discovery.json()).toMatchObject({ metadata: [{ preferred_network: new URL(login).host }] });
  });
});

describe('the connector', () => {
  it('lets in nobody without a token of this tenant for this bot', async () => {
    const stranger = await aTenantWithPlainBot();
    const foreign = String((await askForToken(stranger.teams.environment)).body.access_token);
    await stranger.close();
    const own = String((await askForToken(world.teams.environment)).body.access_token);
    const team = `teams/${world.teams.team('Example').id}`;
    const statuses = await Promise.all(
      ['', 'nonsense', foreign, `${own}x`, own].map(
        async (token) => (await world.call('GET', team, undefined, token)).status,
      ),
    );
    expect(statuses).toEqual([401, 401, 401, 401, 200]);
  });
});

describe('what comes to the bot', () => {
  it('carries a token that the published keys prove, for this bot and this service', async () => {
    const { teams, heard } = world;
    await teams.tells('dana', 'my VPN is down');
    const token = String(heard[0]?.headers.authorization).replace('Bearer ', '');
    const metadata = teams.environment.TEAMS_OPENID_METADATA_URL ?? '';
    expect(await verifiedClaims(token, metadata)).toMatchObject({
      iss: teams.environment.TEAMS_TOKEN_ISSUER,
      aud: teams.environment.TEAMS_APP_ID,
      serviceurl: heard[0]?.activity.serviceUrl,
    });
  });

  it('is signed by another key after the keys have changed', async () => {
    const { teams, heard } = world;
    const metadata = teams.environment.TEAMS_OPENID_METADATA_URL ?? '';
    await teams.tells('dana', 'one');
    await teams.rotateKeys();
    await teams.tells('dana', 'two');
    const tokens = heard.map(({ headers }) => String(headers.authorization).replace('Bearer ', ''));
    const [first = '', second = ''] = tokens;
    expect(first.split('.')[0]).not.toBe(second.split('.')[0]);
    expect(await verifiedClaims(first, metadata)).toBeDefined();
    await teams.rotateKeys({ keepOld: false });
    expect(await verifiedClaims(second, metadata)).toBeUndefined();
  });
});

describe('an anonymous tenant', () => {
  it('needs no token in either direction', async () => {
    const own = await aTenantWithPlainBot({ isAnonymous: true });
    const team = `teams/${own.teams.team('Example').id}`;
    const { status } = await own.call('GET', team, undefined, '');
    await own.teams.tells('dana', 'hello');
    await own.close();
    expect([status, own.heard[0]?.headers.authorization]).toEqual([200, undefined]);
    expect(own.teams.environment).not.toHaveProperty('TEAMS_APP_ID');
  });
});
