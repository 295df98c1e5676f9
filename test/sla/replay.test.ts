import { describe, expect, it } from '@jest/globals';
import type { ClockRules } from '../../src/sla/clock.ts';
import { type ReplayedTicket, replay, verdictOf } from '../../src/sla/replay.ts';
import { aHistory, type Entry, hoursMs, rules, time } from './a-history.ts';

function ticket(key: string, team: string, ...entries: readonly Entry[]): ReplayedTicket {
  const moments = aHistory(...entries);
  return { key, team, priority: moments.at(-1)?.facts.priority ?? '', moments };
}

const opened: Entry = ['10:00', 'dana', 'open'];
const tickets = [
  ticket('INC-1', 'it', opened, ['10:30', 'ben', 'reply'], ['11:00', 'ben', 'resolve']),
  ticket('INC-2', 'it', opened, ['11:30', 'ben', 'reply'], ['16:00', 'ben', 'resolve']),
  ticket('INC-3', 'hr', opened, ['13:00', 'eve', 'reply']),
  ticket('INC-4', 'hr', ['10:00', 'dana', 'open', { priority: 'P1' }], ['10:05', 'eve', 'cancel']),
  ticket('INC-5', 'it', ['16:00', 'dana', 'open']),
];
const stricter: ClockRules = {
  ...rules,
  levels: [{ id: 'all', when: {}, calendar: 'always', respondMs: hoursMs(1), resolveMs: hoursMs(4) }],
};
const now = time('16:30');

describe('a replay under another policy', () => {
  it('counts what is met, missed and open, before and after', () => {
    const { tickets: count, targets } = replay(tickets, { before: rules, after: stricter }, now);

    expect(count).toBe(5);
    expect(targets.map(({ target, all }) => ({ target, ...all }))).toEqual([
      { target: 'respond', before: { met: 2, missed: 1, open: 1 }, after: { met: 1, missed: 2, open: 1 } },
      { target: 'resolve', before: { met: 2, missed: 0, open: 2 }, after: { met: 1, missed: 2, open: 1 } },
    ]);
  });

  it('counts by team and by priority', () => {
    const [respond] = replay(tickets, { before: rules, after: stricter }, now).targets;

    expect(respond?.byTeam).toEqual([
      { name: 'hr', before: { met: 0, missed: 1, open: 0 }, after: { met: 0, missed: 1, open: 0 } },
      { name: 'it', before: { met: 2, missed: 0, open: 1 }, after: { met: 1, missed: 1, open: 1 } },
    ]);
    expect(respond?.byPriority.map(({ name }) => name)).toEqual(['P3']);
  });

  it('lists the tickets whose verdict flips', () => {
    const { flips } = replay(tickets, { before: rules, after: stricter }, now);

    expect(flips.map(({ key, target, before, after }) => `${key} ${target} ${before} ${after}`)).toEqual([
      'INC-2 respond met missed',
      'INC-2 resolve met missed',
      'INC-3 resolve open missed',
    ]);
  });

  it('flips nothing under the same policy', () => {
    expect(replay(tickets, { before: rules, after: { ...rules } }, now).flips).toEqual([]);
  });
});

describe('the verdict on a ticket', () => {
  it('is missed when an update came late, and when a breach was cancelled', () => {
    const p1: Entry = ['10:00', 'dana', 'open', { priority: 'P1' }];

    expect(verdictOf(aHistory(p1, ['11:30', 'ben', 'reply']), 'update', rules, time('12:00'))).toBe('missed');
    expect(verdictOf(aHistory(p1, ['15:00', 'ben', 'cancel']), 'resolve', rules, now)).toBe('missed');
    expect(verdictOf(aHistory(p1, ['11:00', 'ben', 'cancel']), 'resolve', rules, now)).toBe('none');
  });
});
