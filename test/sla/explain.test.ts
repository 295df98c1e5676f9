import { describe, expect, it } from '@jest/globals';
import { clockOf } from '../../src/sla/clock.ts';
import { type Explanation, explain } from '../../src/sla/explain.ts';
import type { Target } from '../../src/sla/policy.ts';
import { aHistory, type Entry, hoursMs, minutes, rules, time } from './a-history.ts';

function explained(target: Target, now: string, ...entries: readonly Entry[]): Explanation {
  const clock = clockOf({ moments: aHistory(...entries), rules, now: time(now) }, target);
  if (!clock) throw new Error('there is no such clock');
  return explain(clock);
}

describe('the explanation of a clock', () => {
  it('tells the policy, why it fits, and the sums', () => {
    expect(explained('resolve', '12:00', ['10:00', 'dana', 'open', { priority: 'P1' }])).toMatchObject({
      policy: 'p1',
      because: { priority: 'P1' },
      calendar: 'always',
      state: 'running',
      targetMs: hoursMs(4),
      elapsedMs: hoursMs(2),
      remainingMs: hoursMs(2),
      dueAt: time('14:00'),
      pausedMs: 0,
    });
  });

  it('has what "Paused 3 h 10 min while waiting for Dana" is made from', () => {
    const told = explained(
      'resolve',
      '15:00',
      ['10:00', 'dana', 'open'],
      ['11:00', 'ben', 'hold', { hold: 'requester' }],
      ['14:10', 'dana', 'hear'],
    );

    expect(told.pausedMs).toBe(minutes(190));
    expect(told.lines).toEqual([
      { tells: 'started', at: time('10:00'), by: 'dana', because: 'open' },
      { tells: 'counted', from: time('10:00'), to: time('11:00'), workingMs: hoursMs(1) },
      {
        tells: 'paused',
        by: 'ben',
        waitingFor: { reason: 'requester', person: 'dana' },
        from: time('11:00'),
        to: time('14:10'),
        workingMs: minutes(190),
      },
      { tells: 'resumed', at: time('14:10'), by: 'dana', because: 'hear' },
      { tells: 'counted', from: time('14:10'), workingMs: minutes(50) },
    ]);
  });

  it('tells who set another priority, what it allowed before and what now, and the breach that followed', () => {
    const told = explained(
      'resolve',
      '16:30',
      ['10:00', 'dana', 'open'],
      ['12:00', 'lea', 'prioritise', { priority: 'P1' }],
      ['16:00', 'ben', 'resolve'],
    );

    expect(told.state).toBe('missed');
    expect(told.lines.map((line) => line.tells)).toEqual([
      'started',
      'counted',
      'retargeted',
      'counted',
      'breached',
      'stopped',
    ]);
    expect(told.lines[2]).toEqual({
      tells: 'retargeted',
      at: time('12:00'),
      by: 'lea',
      because: 'prioritise',
      from: { policy: 'standard', targetMs: hoursMs(8) },
      to: { policy: 'p1', targetMs: hoursMs(4) },
    });
    expect(told.lines[4]).toEqual({ tells: 'breached', at: time('14:00') });
  });

  it('tells of a breach after the change of priority that made it', () => {
    const told = explained(
      'resolve',
      '16:00',
      ['10:00', 'dana', 'open'],
      ['15:00', 'lea', 'prioritise', { priority: 'P1' }],
    );

    expect(told.lines.map((line) => line.tells)).toEqual(['started', 'counted', 'retargeted', 'counted', 'breached']);
  });

  it('tells of each update that came late', () => {
    const told = explained(
      'update',
      '12:30',
      ['10:00', 'dana', 'open', { priority: 'P1' }],
      ['11:30', 'ben', 'reply'],
      ['12:00', 'ben', 'reply'],
    );

    expect(
      told.lines.map((line) => ('at' in line ? `${line.tells} ${line.at.toISOString().slice(11, 16)}` : line.tells)),
    ).toEqual([
      'started 10:00',
      'counted',
      'breached 11:00',
      'startedAnew 11:30',
      'counted',
      'startedAnew 12:00',
      'counted',
    ]);
  });
});
