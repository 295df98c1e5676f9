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

describe('the addresses of the connector', () => {
  it('are those that were learnt: the conversation’s, else the tenant’s, else the public cloud’s', () => {
    const urls = new ServiceUrls(undefined);
    urls.learn('t', 'a', 'https://smba.trafficmanager.net/emea');
    urls.learn('t', 'b', 'https://smba.trafficmanager.net/amer/');

    expect(urls.of('t', 'a')).toBe('https://smba.trafficmanager.net/emea/');
    expect(urls.of('t', 'c')).toBe('https://smba.trafficmanager.net/amer/');
    expect(urls.of('u', 'a')).toBe('https://smba.trafficmanager.net/teams/');
  });

  it('survive a restart', () => {
    const file = join(folder, 'data', 'teams.json');
    new ServiceUrls(file).learn('t', 'a', 'https://smba.trafficmanager.net/emea/');

    expect(new ServiceUrls(file).of('t', 'never-heard-of')).toBe('https://smba.trafficmanager.net/emea/');
  });

  it.each(['', '{', '[]', '{"t": 5}', '{"t": "http://evil.example/"}', '{"t": "no address"}'])(
    'in a broken file are as good as none: %s',
    (content) => {
      const file = join(folder, 'teams.json');
      writeFileSync(file, content);

      expect(new ServiceUrls(file).of('t', 'a')).toBe('https://smba.trafficmanager.net/teams/');
    },
  );

  it('say where a token may go', () => {
    const urls = new ServiceUrls(undefined);
    urls.learn('t', 'a', 'https://connector.example/emea/');

    expect(urls.isKnown('https://connector.example/v3/attachments/1')).toBe(true);
    expect(urls.isKnown('https://connector.example.evil.example/v3')).toBe(false);
    expect(urls.isKnown('no address')).toBe(false);
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
