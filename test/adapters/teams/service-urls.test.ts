import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isOnThisMachine, isSafeUrl, ServiceUrls } from '../../../adapters/teams/service-urls.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskhand-urls-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const emea = { url: 'https://smba.trafficmanager.net/emea/', isVerified: true };
const amer = { url: 'https://smba.trafficmanager.net/amer/', isVerified: true };
const local = { url: 'http://127.0.0.1:4000/', isVerified: false };
const publicCloud = { url: 'https://smba.trafficmanager.net/teams/', isVerified: true };

describe('the addresses of the connector', () => {
  it('are those that were learnt: the conversation’s, else the tenant’s, else the public cloud’s', () => {
    const urls = new ServiceUrls(undefined);
    urls.learn({ tenant: 't', conversation: 'a' }, { ...emea, url: emea.url.slice(0, -1) });
    urls.learn({ tenant: 't', conversation: 'b' }, amer);

    expect(['a', 'c'].map((each) => urls.of('t', each))).toEqual([emea, amer]);
    expect(urls.of('u', 'a')).toEqual(publicCloud);
  });

  it('survive a restart, with the teams', () => {
    const file = join(folder, 'data', 'teams.json');
    new ServiceUrls(file).learn({ tenant: 't', conversation: 'a', team: '19:x@thread.tacv2' }, emea);
    const again = new ServiceUrls(file);

    expect(again.of('t', 'never-heard-of')).toEqual(emea);
    expect(again.teams()).toEqual([{ tenant: 't', team: '19:x@thread.tacv2' }]);
  });

  it('that came without a token never stand for one that came with it, and get no token', () => {
    const file = join(folder, 'teams.json');
    const urls = new ServiceUrls(file);
    urls.learn({ tenant: 't', conversation: 'a' }, emea);
    urls.learn({ tenant: 't', conversation: 'a' }, local);
    const other = new ServiceUrls(file);
    other.learn({ tenant: 'u', conversation: 'b' }, local);
    urls.learn({ tenant: 'u', conversation: 'b' }, local);

    for (const each of [urls, other, new ServiceUrls(file)]) {
      expect(each.of('t', 'a')).toEqual(emea);
      expect(each.of('u', 'b')).toEqual(local);
      expect(each.isTrusted(`${local.url}v3/attachments/1`)).toBe(false);
    }
  });

  it.each(['', '{', '[]', '{"t": 5}', '{"t": "http://evil.example/"}', '{"t": "no address"}'])(
    'in a broken file are as good as none: %s',
    (content) => {
      const file = join(folder, 'teams.json');
      writeFileSync(file, content);

      expect(new ServiceUrls(file).of('t', 'a')).toEqual(publicCloud);
    },
  );

  it('tell which tenant there is', () => {
    const urls = new ServiceUrls(undefined);
    expect(urls.tenant).toBeUndefined();
    urls.learn({ tenant: 't', conversation: 'a', team: 'x' }, local);

    expect(urls.tenant).toBe('t');
  });

  it('say where a token may go', () => {
    const urls = new ServiceUrls(undefined);
    urls.learn({ tenant: 't', conversation: 'a' }, { url: 'https://connector.example/emea/', isVerified: true });

    expect(urls.isTrusted('https://connector.example/v3/attachments/1')).toBe(true);
    expect(urls.isTrusted('https://connector.example.evil.example/v3')).toBe(false);
    expect(urls.isTrusted('no address')).toBe(false);
  });
});

describe('an address', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true, false],
    ['http://127.0.0.1:4000/', true, true],
    ['http://localhost:4000/', true, true],
    ['http://[::1]:4000/', true, true],
    ['http://smba.trafficmanager.net/', false, false],
    ['http://127.0.0.1.evil.example/', false, false],
    ['http://localhost.evil.example/', false, false],
    ['ftp://127.0.0.1/', false, false],
    ['', false, false],
  ])('%s is believed: %s, is on this machine: %s', (url, safe, near) => {
    expect([isSafeUrl(url), isOnThisMachine(url)]).toEqual([safe, near]);
  });
});
