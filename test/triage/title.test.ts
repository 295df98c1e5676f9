import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { titleFrom } from '../../src/triage/title.ts';

describe('the title of a ticket', () => {
  it.each([
    ['vpn is down', 'Vpn is down'],
    ['Hi team, the vpn is down. I tried twice.', 'The vpn is down'],
    ['Good morning! My screen flickers', 'My screen flickers'],
    ['Hallo zusammen, Drucker geht nicht.', 'Drucker geht nicht'],
    ['\n\nFirst line\nsecond line', 'First line'],
    ['v2.5 of the app crashes on start. Log below', 'V2.5 of the app crashes on start'],
    ['Hi', 'Hi'],
    ['', 'photo.png'],
    ['...', 'photo.png'],
    ['Is the VPN down?', 'Is the VPN down?'],
  ])('of %j is %j', (words, title) => {
    expect(titleFrom(words, 'photo.png')).toBe(title);
  });

  it('is one line of 1 to 80 characters, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const title = titleFrom(words, 'fallback');
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(80);
        expect(title).not.toContain('\n');
      }),
    );
  });
});
