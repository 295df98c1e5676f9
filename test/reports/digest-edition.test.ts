import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DayId, DigestConfig } from '../../src/config/desk-config.ts';
import { dueEditions, editionOn, latestEdition, weekdayOf } from '../../src/reports/digest-edition.ts';
import { aDigest } from './a-digest.ts';

const hour = 3_600_000;

const labels = (digests: readonly DigestConfig[], now: string) =>
  dueEditions(digests, new Date(now)).map(({ label }) => label);

describe('which digests are due', () => {
  it('is the one of today from its time on, to the instant', () => {
    expect(labels([aDigest()], '2026-11-24T07:29:59.999Z')).toEqual([]);
    expect(labels([aDigest()], '2026-11-24T07:30:00Z')).toEqual(['2026-11-24T08:30']);
  });

  it('is none any more when it would be later than desk.yaml allows', () => {
    expect(labels([aDigest()], '2026-11-24T10:30:00Z')).toEqual(['2026-11-24T08:30']);
    expect(labels([aDigest()], '2026-11-24T10:30:00.001Z')).toEqual([]);
  });

  it('is none at the weekend, and on Monday one that looks back to Friday', () => {
    expect(labels([aDigest()], '2026-11-22T08:00:00Z')).toEqual([]);

    const [monday] = dueEditions([aDigest()], new Date('2026-11-23T08:00:00Z'));

    expect(monday?.period).toEqual({ from: new Date('2026-11-20T07:30:00Z'), to: new Date('2026-11-23T07:30:00Z') });
  });

  it('is only the newest after a week in which the clock jumped', () => {
    expect(labels([aDigest({ lateAtMostMs: 30 * 24 * hour })], '2026-11-24T09:00:00Z')).toEqual(['2026-11-24T08:30']);
  });

  it('is not what everybody has already', () => {
    const now = new Date('2026-11-24T08:00:00Z');

    expect(
      dueEditions([aDigest(), aDigest({ id: 'other' })], now, ({ digest }) => digest.id === 'morning'),
    ).toMatchObject([{ digest: { id: 'other' } }]);
  });

  it('goes by the wall of its own zone: over midnight, and ahead of the rest of the world', () => {
    expect(labels([aDigest({ timeZone: 'Pacific/Kiritimati' })], '2026-11-23T18:30:00Z')).toEqual(['2026-11-24T08:30']);
    expect(labels([aDigest({ timeZone: 'America/Los_Angeles' })], '2026-11-24T16:30:00Z')).toEqual([
      '2026-11-24T08:30',
    ]);
    expect(labels([aDigest({ at: '24:00' })], '2026-11-24T23:00:00Z')).toEqual(['2026-11-24T24:00']);
  });
});

describe('a digest on the days when clocks change', () => {
  const everyDay = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as readonly DayId[] };

  it('comes right after the skip when its time is skipped', () => {
    const { dueAt } = editionOn(aDigest({ at: '02:30', ...everyDay }), '2026-03-29');

    expect(dueAt).toEqual(new Date('2026-03-29T01:00:00Z'));
  });

  it('comes once when its time is shown twice', () => {
    const digest = aDigest({ at: '02:30', ...everyDay });

    expect(labels([digest], '2026-10-25T00:30:00Z')).toEqual(['2026-10-25T02:30']);
    expect(labels([digest], '2026-10-25T01:30:00Z')).toEqual(['2026-10-25T02:30']);
    expect(editionOn(digest, '2026-10-25').dueAt).toEqual(new Date('2026-10-25T00:30:00Z'));
  });

  it('looks back on 23 and on 25 hours, and leaves no instant out', () => {
    const spring = editionOn(aDigest(everyDay), '2026-03-29').period;
    const autumn = editionOn(aDigest(everyDay), '2026-10-25').period;

    expect((spring.to.getTime() - spring.from.getTime()) / hour).toBe(23);
    expect((autumn.to.getTime() - autumn.from.getTime()) / hour).toBe(25);
  });
});

describe('a weekly digest', () => {
  const weekly = aDigest({ every: 'week', days: ['wed', 'fri'] });

  it('comes on the first of its days in a week and looks back to the one before', () => {
    expect(latestEdition(weekly, new Date('2026-11-24T12:00:00Z'))?.day).toBe('2026-11-18');
    expect(latestEdition(weekly, new Date('2026-11-25T12:00:00Z'))).toMatchObject({
      day: '2026-11-25',
      period: { from: new Date('2026-11-18T07:30:00Z'), to: new Date('2026-11-25T07:30:00Z') },
      before: { from: new Date('2026-11-11T07:30:00Z'), to: new Date('2026-11-18T07:30:00Z') },
    });
  });
});

describe('a monthly digest', () => {
  it('comes on the first of its days in a month and looks back on the calendar month before', () => {
    const monthly = aDigest({ every: 'month' });

    expect(latestEdition(monthly, new Date('2026-11-30T12:00:00Z'))?.day).toBe('2026-11-02');
    expect(latestEdition(monthly, new Date('2026-12-01T12:00:00Z'))).toMatchObject({
      day: '2026-12-01',
      period: { from: new Date('2026-10-31T23:00:00Z'), to: new Date('2026-11-30T23:00:00Z') },
      before: { from: new Date('2026-09-30T22:00:00Z'), to: new Date('2026-10-31T23:00:00Z') },
    });
  });

  it('is found however far away its day is', () => {
    const sundays = aDigest({ every: 'month', days: ['sun'] });

    expect(latestEdition(sundays, new Date('2026-11-01T07:00:00Z'))?.day).toBe('2026-10-04');
  });
});

describe('the editions of any digest', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC');
  const days = fc.subarray<DayId>(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 });
  const at = fc.integer({ min: 0, max: 1439 }).map((of) => {
    const two = (part: number) => String(part).padStart(2, '0');
    return `${two(Math.floor(of / 60))}:${two(of % 60)}`;
  });
  const every = fc.constantFrom('day' as const, 'week' as const);
  const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });

  it('follow each other without a gap: each begins where the one before ended', () => {
    fc.assert(
      fc.property(zone, days, at, every, instant, (timeZone, on, time, how, now) => {
        const digest = aDigest({ timeZone, days: on, at: time, every: how });
        const edition = latestEdition(digest, now);
        const earlier = edition && latestEdition(digest, new Date(edition.dueAt.getTime() - 1));

        expect(edition && edition.dueAt <= now).toBe(true);
        expect(edition && on.includes(weekdayOf(edition.day))).toBe(true);
        expect(earlier?.dueAt).toEqual(edition?.period.from);
        expect(earlier?.period).toEqual(edition?.before);
        expect(edition && edition.dayEndsAt > edition.dueAt).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('weekdays', () => {
  it('are those of the calendar', () => {
    expect(['2026-11-23', '2026-11-24', '2026-11-29', '2028-02-29'].map(weekdayOf)).toEqual([
      'mon',
      'tue',
      'sun',
      'tue',
    ]);
  });
});
