import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bot } from '../../../adapters/teams/bot.ts';
import { aMessage, appId, tenant } from './activities.ts';
import { anIssuer, type Issuer, issuer } from './an-issuer.ts';

const emea = 'https://smba.trafficmanager.net/emea/';
const newKey = { kid: 'k2', isForged: true };
let keys: Issuer;
let bot: Bot;

beforeEach(async () => {
  keys = await anIssuer();
  const here = { loginUrl: 'http://127.0.0.1:9/tenant', oauthScope: issuer, tokenIssuer: issuer };
  const { openIdMetadataUrl } = keys;
  bot = new Bot({ appId, appPassword: 'secret', tenantId: tenant, openIdMetadataUrl, ...here });
});
afterEach(() => keys.stop());

const admits = (says = {}) =>
  bot.admit(`Bearer ${keys.token(emea, says)}`, { ...aMessage(), serviceUrl: emea }).then(
    () => true,
    () => false,
  );

describe('the keys that tokens are checked by', () => {
  it('are asked for again when somebody signs with a new one, and the old one no longer counts', async () => {
    expect(await admits()).toBe(true);
    keys.rotate();

    expect(await admits()).toBe(true);
    expect(await admits(newKey)).toBe(true);
    expect(await admits()).toBe(false);
    expect(keys.fetched()).toBe(2);
  });

  it('are there for everybody who comes with the new one at the same time', async () => {
    expect(await admits()).toBe(true);
    keys.rotate();

    expect(await Promise.all([admits(newKey), admits(newKey), admits(newKey)])).toEqual([true, true, true]);
  });

  it('are not asked for without end by whoever makes keys up', async () => {
    for (let at = 0; at < 5; at += 1) expect(await admits({ kid: `made up ${at}`, isForged: true })).toBe(false);

    expect(keys.fetched()).toBe(2);
    expect(await admits()).toBe(true);
  });
});
