import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asksHow, GistReader, saysTrouble } from '../../src/outages/gist.ts';
import { afterLessons, commonTerms, likeness } from '../../src/outages/likeness.ts';
import { aConfig } from '../kit/a-config.ts';
import { days } from '../kit/fake-clock.ts';

const reader = new GistReader(aConfig().services);
const gist = (text: string, service?: string) => reader.read({ title: text, text: '', service });
const alike = (one: string, other: string) => likeness(gist(one), gist(other));
const now = new Date('2026-03-02T09:00:00Z');

describe('the likeness of two reports', () => {
  it('is 1 of the same words, the same both ways, and always between 0 and 1', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.lorem({ maxCount: 12 }), (one, other) => {
        const there = alike(one, other);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1 + 1e-9);
        expect(alike(other, one)).toBeCloseTo(there, 9);
        if (gist(one).terms.size > 0) expect(alike(one, one)).toBeCloseTo(1, 9);
      }),
    );
  });

  it.each([
    ['VPN is down', "I can't connect to the tunnel from home"],
    ['Drucker druckt nicht', 'the printer is offline'],
    ['Outlook hängt', 'my mails do not arrive'],
    ['WLAN ausgefallen', 'no wireless in building B'],
    ['Netzwerkdrucker kaputt', 'printing fails'],
    ['Salesforce is slow', 'salesfroce does not load'],
  ])('is enough for one matter in other words: %s, %s', (one, other) => {
    expect(alike(one, other)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ['VPN is down', 'Outlook is down'],
    ['The printer is broken', 'The coffee machine is broken'],
    ['Laptop does not start', 'Excel does not start'],
    ['error 500', 'error 404 on the phone'],
    ['everything is slow', 'everything is broken'],
  ])('is too little for two matters: %s, %s', (one, other) => {
    expect(alike(one, other)).toBeLessThan(0.5);
  });

  it('is nothing between two services', () => {
    expect(likeness(gist('it is slow today, page broken', 'vpn'), gist('it is slow today, page broken', 'email'))).toBe(
      0,
    );
  });
});

describe('what agents have dismissed', () => {
  const lesson = { terms: ['badg'], at: now, times: 1 };
  const [one, other] = [gist('my badge does not open the door'), gist('badge broken')];

  it('makes such words weigh less, more so when it was twice, and wears off with the months', () => {
    const before = likeness(one, other);
    const after = (times: number, at = now) =>
      afterLessons(before, one, other, [{ ...lesson, times }], new Date(at.getTime()));

    expect(after(1)).toBeCloseTo(before * 0.4, 5);
    expect(after(2)).toBeLessThan(after(1));
    expect(after(1, new Date(now.getTime() + days(30)))).toBeCloseTo(before * 0.7, 5);
    expect(after(1, new Date(now.getTime() + days(600)))).toBeCloseTo(before, 2);
  });

  it('changes nothing about reports that share other words', () => {
    const [far, near] = [gist('VPN is down'), gist('vpn broken')];
    expect(afterLessons(0.9, far, near, [lesson], now)).toBe(0.9);
  });
});

describe('what reports have in common', () => {
  it('is what more than half of them name', () => {
    expect(commonTerms(['VPN is down in Berlin', 'vpn broken', 'tunnel slow'].map((text) => gist(text)))).toEqual([
      '@vpn',
    ]);
  });
});

describe('words that count', () => {
  it.each([
    'How do I set up the VPN?',
    'Where can I find the printer?',
    'Wie kann ich Outlook einrichten?',
    'Can I get a new mouse?',
  ])('are no question: %s', (text) => {
    expect(asksHow(text)).toBe(true);
    expect(saysTrouble(text)).toBe(false);
  });

  it.each(['The tunnel drops, is it just me?', 'Can anyone else not print? It fails.', 'Is the CRM down?'])(
    'say that something is wrong: %s',
    (text) => expect(saysTrouble(text)).toBe(true),
  );

  it.each(['I need a new mouse, mine is broken', 'please order a printer, ours is broken'])('are no wish: %s', (text) =>
    expect(saysTrouble(text)).toBe(false),
  );
});
