import { describe, expect, it } from '@jest/globals';
import { age, ago, duration } from '../../src/words/durations.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('how long something took, in words', () => {
  it.each([
    [-5, '1 min', '1 minute ago'],
    [59_999, '1 min', '1 minute ago'],
    [59 * minute, '59 min', '59 minutes ago'],
    [hour, '1 hr', '1 hour ago'],
    [day - 1, '23 hr', '23 hours ago'],
    [day, '1 day', '1 day ago'],
    [40 * day, '40 days', '40 days ago'],
  ])('%d ms', (ms, asAge, asAgo) => {
    expect(age(ms, 'en')).toBe(asAge);
    expect(ago(ms, 'en')).toBe(asAgo);
  });

  it('is in the language of the reader', () => {
    expect(ago(5 * minute, 'de')).toBe('vor 5 Minuten');
    expect(age(3 * hour, 'de')).toBe('3 Std.');
  });
});

describe('how long something took, to the minute', () => {
  it.each([
    [-1, '0 min'],
    [0, '0 min'],
    [999, '0 min'],
    [1000, '1 s'],
    [minute - 1, '59 s'],
    [minute, '1 min'],
    [10 * minute + 59_999, '10 min'],
    [hour, '1 h'],
    [3 * hour + 10 * minute, '3 h 10 min'],
    [48 * hour, '48 h'],
  ])('%d ms', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });
});
