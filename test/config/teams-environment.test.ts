import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../src/config/read-environment.ts';

const complete = { TEAMS_APP_ID: 'app-id', TEAMS_APP_PASSWORD: 'hush-hush', TEAMS_TENANT_ID: 'tenant-id' };
const slack = { SLACK_BOT_TOKEN: 'xoxb-test-bot', SLACK_SIGNING_SECRET: 'test-signing-secret' };

function environmentOf(variables: Record<string, string>) {
  const result = readEnvironment(variables);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults, null, 2));
  return result.environment;
}

function faultsOf(variables: Record<string, string>) {
  const result = readEnvironment(variables);
  return 'faults' in result ? result.faults : [];
}

describe("Teams' section", () => {
  it('is off when it is empty, also with an authority alone', () => {
    expect(environmentOf({ TEAMS_LOGIN_URL: 'https://login.example/t' }).teams).toBeUndefined();
    expect(environmentOf({ TEAMS_ALLOW_ANONYMOUS: '0' })).toMatchObject({ playground: true });
  });

  it('is on with app id, password and tenant, alone or beside Slack, and closes the playground', () => {
    expect(environmentOf(complete)).toMatchObject({
      host: '0.0.0.0',
      playground: false,
      teams: { appId: 'app-id', appPassword: 'hush-hush', tenantId: 'tenant-id', allowAnonymous: false },
    });
    expect(environmentOf({ ...complete, ...slack })).toMatchObject({ slack: {}, teams: {} });
  });

  it('takes another cloud’s authority', () => {
    const authority = {
      TEAMS_LOGIN_URL: 'http://127.0.0.1:9/tenant-id',
      TEAMS_OAUTH_SCOPE: 'https://api.example/.default',
      TEAMS_TOKEN_ISSUER: 'https://issuer.example',
      TEAMS_OPENID_METADATA_URL: 'http://127.0.0.1:9/openid',
    };
    expect(environmentOf({ ...complete, ...authority }).teams).toMatchObject({
      loginUrl: 'http://127.0.0.1:9/tenant-id',
      oauthScope: 'https://api.example/.default',
      tokenIssuer: 'https://issuer.example',
      openIdMetadataUrl: 'http://127.0.0.1:9/openid',
    });
  });

  it.each([
    ['TEAMS_APP_ID', /Microsoft App ID/],
    ['TEAMS_APP_PASSWORD', /client secret/],
    ['TEAMS_TENANT_ID', /App Tenant ID/],
  ])('is refused without %s, and the advice says where it stands', (name, place) => {
    expect(faultsOf({ ...complete, [name]: '' })).toEqual([
      {
        where: name,
        problem: expect.stringMatching(/^It is missing, but TEAMS_/),
        advice: expect.stringMatching(place),
      },
    ]);
  });

  it('does without credentials only where it is told to, on this machine', () => {
    expect(environmentOf({ TEAMS_ALLOW_ANONYMOUS: '1' })).toMatchObject({
      host: '127.0.0.1',
      playground: false,
      teams: { allowAnonymous: true },
    });
    for (const host of ['localhost', '::1', '127.0.0.2']) {
      expect(environmentOf({ TEAMS_ALLOW_ANONYMOUS: '1', HOST: host }).teams).toEqual({ allowAnonymous: true });
    }
    expect(faultsOf({ TEAMS_ALLOW_ANONYMOUS: '1', HOST: '0.0.0.0' })).toMatchObject([
      { where: 'TEAMS_ALLOW_ANONYMOUS', advice: expect.stringContaining('HOST=127.0.0.1') },
    ]);
  });

  it('never shows the password in a fault', () => {
    const told = JSON.stringify(faultsOf({ TEAMS_APP_PASSWORD: 'hush-hush', TEAMS_LOGIN_URL: 'login' }));
    expect(told).toContain('TEAMS_LOGIN_URL');
    expect(told).not.toContain('hush');
  });
});
