import { afterEach, describe, expect, it } from '@jest/globals';
import { forgeries } from '../../../playground/teams/tokens/forged.ts';
import { aTenantWithPlainBot, type Heard, type Loose, verifiedClaims, type World } from './a-plain-bot.ts';

const worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function aWorld(...args: Parameters<typeof aTenantWithPlainBot>): Promise<World> {
  const world = await aTenantWithPlainBot(...args);
  worlds.push(world);
  return world;
}

const ids = (heard: readonly Heard[]) => new Set(heard.map(({ activity }) => activity.id)).size;

describe('a delivery', () => {
  it('comes again after a 5xx, with the same id, until the bot takes it', async () => {
    let requests = 0;
    const { teams, heard } = await aWorld({ retryDelaysMs: [0, 0, 0] }, () => {
      requests += 1;
      return { status: requests < 3 ? 502 : 200 };
    });
    const { deliveries } = await teams.tells('dana', 'VPN');
    await teams.until(() => deliveries[0]?.isTaken);
    expect(deliveries[0]?.attempts.map(({ status }) => status)).toEqual([502, 502, 200]);
    expect([heard.length, ids(heard)]).toEqual([3, 1]);
  });

  it('comes again after silence', async () => {
    let requests = 0;
    const { teams } = await aWorld({ retryDelaysMs: [0], timeoutMs: 100 }, () => {
      requests += 1;
      return requests === 1 ? undefined : {};
    });
    const { deliveries } = await teams.tells('dana', 'VPN');
    await teams.until(() => deliveries[0]?.isTaken);
    expect(deliveries[0]?.attempts.map(({ status, failure }) => status ?? failure)).toEqual(['timeout', 200]);
  });

  it('comes no more after a refusal, nor when somebody waits for the answer', async () => {
    const { teams, heard } = await aWorld({ retryDelaysMs: [0] }, ({ activity }) => ({
      status: activity.type === 'invoke' ? 500 : 403,
    }));
    await teams.tells('dana', 'VPN');
    await teams.searches('dana', '#help-it', { commandId: 'find', parameter: 'q', text: 'vpn' });
    await teams.tells('dana', 'after');
    expect(heard.map(({ activity }) => activity.type)).toEqual(['message', 'invoke', 'message']);
  });

  it('can be held, repeated and turned round', async () => {
    const { teams, heard } = await aWorld();
    teams.hold();
    for (const text of ['one', 'two']) await teams.tells('dana', text);
    expect([heard.length, teams.held.length]).toEqual([0, 2]);
    await teams.release(([one, two]) => (one && two ? [two, one, two] : []));
    expect(heard.map(({ activity }) => activity.text)).toEqual(['two', 'one', 'two']);
  });

  it('can be brought three times by hand', async () => {
    const { teams, heard } = await aWorld();
    const { deliveries } = await teams.tells('dana', 'VPN');
    for (const one of deliveries) await teams.deliversThrice(one);
    expect([heard.length, ids(heard)]).toEqual([3, 1]);
  });

  it('fails at once when nobody is connected', async () => {
    const { teams, close } = await aTenantWithPlainBot();
    await close();
    const { deliveries } = await teams.tells('dana', 'VPN');
    expect(deliveries[0]?.last?.failure).toBe('not connected');
  });
});

describe('a forgery', () => {
  /** What a careful bot checks (Bot Connector authentication), done by hand. */
  async function isGenuine({ headers, activity }: Heard, environment: World['teams']['environment']): Promise<boolean> {
    const token = /^Bearer (.+\..+\..+)$/.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) return false;
    const { alg } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString() || '{}') as Loose;
    const claims = await verifiedClaims(token, environment.TEAMS_OPENID_METADATA_URL ?? '');
    const seconds = Date.now() / 1000;
    return (
      alg === 'RS256' &&
      claims?.iss === environment.TEAMS_TOKEN_ISSUER &&
      claims?.aud === environment.TEAMS_APP_ID &&
      Number(claims?.exp) > seconds - 300 &&
      Number(claims?.nbf) < seconds + 300 &&
      claims?.serviceurl === activity.serviceUrl &&
      (activity.conversation as Loose).tenantId === environment.TEAMS_TENANT_ID
    );
  }

  it.each(forgeries.filter((kind) => kind !== 'nonsense'))('with %s is caught by a bot that looks', async (kind) => {
    const { teams, heard } = await aWorld();
    const { deliveries } = await teams.tells('dana', 'genuine');
    await teams.forges(kind, { text: 'pay me' });
    const [genuine, fake] = heard;
    if (!genuine || !fake) throw new Error('nothing came');
    expect(await isGenuine(genuine, teams.environment)).toBe(true);
    expect(await isGenuine(fake, teams.environment)).toBe(false);
    expect(fake.activity.text).toBe('pay me');
    expect(deliveries[0]?.status).toBe(200);
  });

  it('with a token that is none is sent as it is', async () => {
    const { teams, heard } = await aWorld({}, ({ headers }) => ({
      status: headers.authorization === 'Bearer not.a.token' ? 401 : 200,
    }));
    expect((await teams.forges('nonsense')).status).toBe(401);
    expect(heard).toHaveLength(1);
  });
});
