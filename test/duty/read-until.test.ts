import { describe, expect, it } from '@jest/globals';
import { readUntil } from '../../src/duty/read-until.ts';

/** A Tuesday, eight in the evening in Berlin. */
const now = new Date('2026-11-24T19:00:00Z');
const read = async (words: string, locale = 'en-GB', timeZone = 'Europe/Berlin') =>
  (await readUntil(words, { timeZone, locale, now }))?.toISOString();

describe('until when somebody is away', () => {
  it.each([
    ['2026-12-24 09:00', '2026-12-24T08:00:00.000Z'],
    ['until 2026-12-24T9:30', '2026-12-24T08:30:00.000Z'],
    ['until friday 9:00', '2026-11-27T08:00:00.000Z'],
    ['friday at 9am', '2026-11-27T08:00:00.000Z'],
    ['15:00', '2026-11-25T14:00:00.000Z'],
    ['in 3 hours', '2026-11-24T22:00:00.000Z'],
    ['tomorrow morning', '2026-11-25T05:00:00.000Z'],
    ['bis Freitag 9 Uhr', '2026-11-27T08:00:00.000Z'],
    ['übermorgen um 8 Uhr', '2026-11-26T07:00:00.000Z'],
    ['24.12. 10:00', '2026-12-24T09:00:00.000Z'],
  ])('is read from %j to the minute', async (words, at) => {
    expect(await read(words)).toBe(at);
    expect(await read(words, 'de-DE')).toBe(at);
  });

  it.each([
    ['2026-12-24', '2026-12-24T22:59:00.000Z'],
    ['until 2026-12-24', '2026-12-24T22:59:00.000Z'],
    ['until Friday', '2026-11-27T22:59:00.000Z'],
    ['tomorrow', '2026-11-25T22:59:00.000Z'],
    ['tonight', '2026-11-24T22:59:00.000Z'],
    ['24 december', '2026-12-24T22:59:00.000Z'],
    ['bis Freitag', '2026-11-27T22:59:00.000Z'],
    ['bis zum 24.12.', '2026-12-24T22:59:00.000Z'],
    ['bis 24.11.', '2026-11-24T22:59:00.000Z'],
    ['bis 23.11.', '2027-11-23T22:59:00.000Z'],
    ['nächsten Montag', '2026-11-30T22:59:00.000Z'],
    ['in 3 Tagen', '2026-11-27T22:59:00.000Z'],
  ])('counts to the end of the day for %j, which names no time', async (words, at) => {
    expect(await read(words)).toBe(at);
    expect(await read(words, 'de-DE')).toBe(at);
  });

  it('is what the wall shows on that day, whatever the clocks do until then', async () => {
    expect(await read('1 april 2027 9:00')).toBe('2027-04-01T07:00:00.000Z');
    expect(await read('2027-04-01 09:00')).toBe('2027-04-01T07:00:00.000Z');
    expect(await read('friday 9:00', 'en-US', 'America/New_York')).toBe('2026-11-27T14:00:00.000Z');
  });

  it('takes days and months in the order of the reader’s country', async () => {
    expect(await read('03/04/2027', 'en-US')).toBe('2027-03-04T22:59:00.000Z');
    expect(await read('03/04/2027', 'en-GB')).toBe('2027-04-03T21:59:00.000Z');
  });

  it.each([
    '',
    'until',
    'until I am back',
    'at 5 my screen went black',
    'from desk',
    '2026-02-30',
    '12.34.',
    'x'.repeat(70),
  ])('is nothing for %j', async (words) => {
    expect(await read(words)).toBeUndefined();
    expect(await read(words, 'de-DE')).toBeUndefined();
  });
});
