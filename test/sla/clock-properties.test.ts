import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clocksOf, type SlaClock } from '../../src/sla/clock.ts';
import type { Moment } from '../../src/sla/moment.ts';
import { calendars, minutes } from './a-history.ts';
import { allRules, begins, life } from './a-life.ts';

const away = fc.nat(20_000).map(minutes);

function clocksAt(moments: readonly Moment[], now: Date): readonly SlaClock[] {
  return clocksOf({ moments, rules: allRules, now });
}

function instant(ms: number): Date {
  return new Date(begins + ms);
}

describe('the clocks of any ticket', () => {
  it('have what has elapsed and what remains make up the target', () => {
    fc.assert(
      fc.property(life, away, (moments, ms) => {
        for (const { elapsedMs, remainingMs, targetMs } of clocksAt(moments, instant(ms)))
          expect(elapsedMs + remainingMs).toBe(targetMs);
      }),
    );
  });

  it('count in their intervals what has elapsed', () => {
    fc.assert(
      fc.property(life, away, (moments, ms) => {
        for (const { intervals, elapsedMs } of clocksAt(moments, instant(ms))) {
          const anew = intervals.findLastIndex(({ startsAnew }) => startsAnew);
          const counted = intervals.slice(Math.max(0, anew)).filter(({ kind }) => kind === 'counting');

          expect(counted.reduce((sum, { workingMs }) => sum + workingMs, 0)).toBe(elapsedMs);
        }
      }),
    );
  });

  it('leave no hole between their intervals', () => {
    fc.assert(
      fc.property(life, away, (moments, ms) => {
        for (const { intervals } of clocksAt(moments, instant(ms))) {
          expect(intervals.slice(1).map((one) => one.from)).toEqual(intervals.slice(0, -1).map(({ to }) => to));
          expect(intervals.at(-1)?.to).toBeUndefined();
        }
      }),
    );
  });

  it('never change what is past when they are read later', () => {
    fc.assert(
      fc.property(life, away, away, (moments, one, other) => {
        const early = clocksAt(moments, instant(Math.min(one, other)));
        const late = clocksAt(moments, instant(Math.max(one, other)));
        for (const before of early) {
          const after = late.find(({ target, level }) => target === before.target && isOneStory(level, before.level));
          const past = before.intervals.filter(({ to }) => to !== undefined);
          // A ticket may be under no policy later; its P3 under one without an update target.
          if (after) expect(after.intervals.slice(0, past.length)).toEqual(past);
        }
      }),
    );
  });

  it('read the same when somebody only watches in between', () => {
    fc.assert(
      fc.property(life, away, away, (moments, ms, within) => {
        const now = instant(ms);
        const at = instant(Math.min(within, ms));
        const before = moments.findLastIndex((moment) => moment.at <= at);
        const last = moments[before];
        if (!last) return;
        const watch: Moment = { ...last, at, by: 'eve', act: 'watch' };
        const watched = [...moments.slice(0, before + 1), watch, ...moments.slice(before + 1)];

        const shown = (clocks: readonly SlaClock[]) =>
          clocks.map(({ target, state, elapsedMs, dueAt, breachedAt }) => ({
            target,
            state,
            elapsedMs,
            dueAt,
            breachedAt,
          }));
        expect(shown(clocksAt(watched, now))).toEqual(shown(clocksAt(moments, now)));
      }),
    );
  });

  it('come to their due instant with nothing remaining, and are breached right after', () => {
    fc.assert(
      fc.property(life, away, (moments, ms) => {
        const now = new Date(Math.max(begins + ms, moments.at(-1)?.at.getTime() ?? 0));
        for (const { state, dueAt, remainingMs, level, target } of clocksAt(moments, now)) {
          if (state !== 'running' || !dueAt) continue;
          const at = (when: Date) =>
            clocksAt(moments, when).find((one) => one.target === target && one.level === level);

          expect(dueAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(calendars.get(level.calendar)?.addWorkingTime(now, remainingMs)).toEqual(
            remainingMs === 0 ? now : dueAt,
          );
          expect(at(dueAt)).toMatchObject({ state: 'running', remainingMs: 0 });
          expect(at(new Date(dueAt.getTime() + 1))).toMatchObject({ state: 'breached', breachedAt: dueAt });
        }
      }),
    );
  });
});

function isOneStory(one: SlaClock['level'], other: SlaClock['level']): boolean {
  return JSON.stringify(one.with) === JSON.stringify(other.with);
}
