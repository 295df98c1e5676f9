import { describe, expect, it } from '@jest/globals';
import { refusalOf } from '../../../playground/page/request-guard.ts';

describe('whether a request may drive the playground', () => {
  it.each([
    ['a visit by name', { host: 'localhost:3978' }],
    ['a visit by address', { host: '127.0.0.1:3978' }],
    ['a visit by an IPv6 address', { host: '[::1]:3978' }],
    ['a visit from another machine by address', { host: '192.168.1.20:3978' }],
    ['the page itself', { host: 'localhost:3978', origin: 'http://localhost:3978', 'sec-fetch-site': 'same-origin' }],
    ['the page behind TLS', { host: 'localhost', origin: 'https://localhost' }],
    ['an address typed in', { host: 'localhost:3978', 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    [
      'a link followed from elsewhere',
      {
        host: 'localhost:3978',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
    ],
  ])('lets %s through', (_, headers) => {
    expect(refusalOf(headers)).toBeUndefined();
  });

  it.each([
    ['no host at all', {}],
    ['a host that is none', { host: 'a b' }],
    ['a name that was made to point here', { host: 'evil.example:3978' }],
    ['that name with its own origin', { host: 'evil.example:3978', origin: 'http://evil.example:3978' }],
    ['a name that only begins well', { host: 'localhost.evil.example' }],
    ['a name that looks like an address', { host: '127.0.0.1.evil.example' }],
    ['a page of another site', { host: 'localhost:3978', origin: 'https://evil.example' }],
    ['a page on another port', { host: 'localhost:3978', origin: 'http://localhost:8080' }],
    ['a page without an origin', { host: 'localhost:3978', origin: 'null' }],
    ['a picture or script of another site', { host: 'localhost:3978', 'sec-fetch-site': 'cross-site' }],
    ['one of another port', { host: 'localhost:3978', 'sec-fetch-site': 'same-site' }],
    [
      'a frame in another site',
      {
        host: 'localhost:3978',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'iframe',
      },
    ],
  ])('refuses %s, and says why', (_, headers) => {
    expect(refusalOf(headers)).toMatch(/\w+ .*\.$/);
  });

  it('lets the name of PUBLIC_URL through, in whatever case', () => {
    expect(refusalOf({ host: 'desk.example' }, ['Desk.Example'])).toBeUndefined();
    expect(refusalOf({ host: 'desk.example', origin: 'https://evil.example' }, ['desk.example'])).toBeDefined();
  });
});
