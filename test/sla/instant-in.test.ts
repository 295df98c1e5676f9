import { describe, expect, it } from '@jest/globals';
import { instantIn } from '../../src/sla/instant-in.ts';

describe('a time on the wall', () => {
  it.each([
    ['Europe/Berlin', '2026-05-31 14:00', '2026-05-31T12:00:00Z'],
    ['Europe/Berlin', ' 2026-01-02T9:05 ', '2026-01-02T08:05:00Z'],
    ['Asia/Kathmandu', '2026-05-31 00:00', '2026-05-30T18:15:00Z'],
    ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29T01:00:00Z'], // skipped
    ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00Z'], // shown twice
    ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45:00Z'], // shown twice, for half an hour
    ['Pacific/Apia', '2011-12-30 12:00', '2011-12-30T10:00:00Z'], // a day that never was
  ])('in %s, %s', (zone, wall, instant) => {
    expect(instantIn(zone, wall)).toEqual(new Date(instant));
  });

  it.each([
    'soon',
    '',
    '2026-02-30 10:00',
    '2026-13-01 10:00',
    '2026-01-01 24:00',
    '2026-01-01 10:60',
    '0999-01-01 10:00',
    '9999-01-01 10:00',
  ])('is none: %j', (wall) => {
    expect(instantIn('Europe/Berlin', wall)).toBeUndefined();
  });
});
