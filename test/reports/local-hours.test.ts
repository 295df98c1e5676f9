import { describe, expect, it } from '@jest/globals';
import { LocalHours } from '../../src/reports/local-hours.ts';

describe('the hour that a desk’s clock shows', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T00:45:00Z', 1, 'sun'],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 3, 'sun'],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', 2, 'sun'],
    ['Europe/Berlin', '2026-10-25T01:30:00Z', 2, 'sun'],
    ['Europe/Berlin', '2026-07-01T22:00:00Z', 0, 'thu'],
    ['America/New_York', '2026-03-02T03:00:00Z', 22, 'sun'],
    ['Asia/Kathmandu', '2026-03-02T18:15:00Z', 0, 'tue'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 1, 'sun'],
  ])('is right in %s at %s', (zone, at, hour, weekday) => {
    expect(new LocalHours(zone).at(Date.parse(at))).toEqual({ hour, weekday });
  });
});
