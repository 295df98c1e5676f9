import { describe, expect, it } from '@jest/globals';
import { type ClockRules, clocksOf } from '../../src/sla/clock.ts';
import { aHistory, type Entry, hoursMs, minutes, opened, read, rules, time } from './a-history.ts';

describe('agreements with teams and vendors', () => {
  const agreed: ClockRules = {
    ...rules,
    levels: [
      {
        id: 'net',
        when: {},
        with: { team: 'network' },
        calendar: 'always',
        respondMs: minutes(30),
        resolveMs: hoursMs(2),
      },
      { id: 'net-hr', when: {}, with: { team: 'network', towards: 'hr' }, calendar: 'always', resolveMs: hoursMs(1) },
      { id: 'acme', when: {}, with: { vendor: 'acme' }, calendar: 'always', resolveMs: hoursMs(3) },
      ...rules.levels,
    ],
  };
  const network = { team: 'network' };
  const handedOver: Entry[] = [opened, ['11:00', 'ben', 'escalateTeam', { team: 'network' }]];

  it('count only the time with that team', () => {
    const back: Entry = ['12:00', 'nia', 'escalateTeam', { team: 'it' }];

    expect(read('resolve', '10:30', handedOver, agreed, network)).toBeUndefined();
    expect(read('resolve', '12:30', handedOver, agreed, network)).toMatchObject({
      state: 'running',
      dueAt: time('13:00'),
    });
    expect(read('resolve', '16:00', [...handedOver, back], agreed, network)).toMatchObject({
      state: 'met',
      elapsedMs: hoursMs(1),
    });
    const again: Entry = ['14:00', 'ben', 'escalateTeam', { team: 'network' }];
    expect(read('resolve', '15:30', [...handedOver, back, again], agreed, network)).toMatchObject({
      state: 'breached',
      breachedAt: time('15:00'),
    });
  });

  it('are answered by taking the ticket, each time that it comes', () => {
    const taken: Entry[] = [...handedOver, ['11:10', 'nia', 'claim']];
    const again: Entry[] = [
      ...taken,
      ['12:00', 'nia', 'escalateTeam', { team: 'it' }],
      ['13:00', 'ben', 'escalateTeam', { team: 'network' }],
    ];

    expect(read('respond', '11:05', handedOver, agreed, network)).toMatchObject({
      state: 'running',
      dueAt: time('11:30'),
    });
    expect(read('respond', '12:00', taken, agreed, network)).toMatchObject({ state: 'met', elapsedMs: minutes(10) });
    expect(read('respond', '13:10', again, agreed, network)).toMatchObject({
      state: 'running',
      elapsedMs: minutes(10),
    });
  });

  it('may hold towards one team only', () => {
    const fromHr: Entry[] = [
      ['10:00', 'dana', 'open', { team: 'hr' }],
      ['11:00', 'eve', 'escalateTeam', { team: 'network' }],
    ];
    const towards = { team: 'network', towards: 'hr' };

    expect(read('resolve', '11:30', handedOver, agreed, towards)).toBeUndefined();
    expect(read('resolve', '11:30', fromHr, agreed, towards)).toMatchObject({
      level: { id: 'net-hr' },
      dueAt: time('12:00'),
    });
  });

  it("count a vendor's time while the ticket waits for it", () => {
    const held: Entry[] = [
      opened,
      ['11:00', 'ben', 'hold', { hold: 'vendor' }],
      ['12:00', 'ben', 'resume'],
      ['13:00', 'ben', 'hold', { hold: 'vendor', vendor: 'acme' }],
      ['14:00', 'ben', 'resume'],
      ['14:30', 'ben', 'hold', { hold: 'vendor', vendor: 'other' }],
    ];

    expect(read('resolve', '16:00', held, agreed, { vendor: 'acme' })).toMatchObject({
      state: 'met',
      elapsedMs: hoursMs(2),
    });
    expect(read('respond', '16:00', held, agreed, { vendor: 'acme' })).toBeUndefined();
  });

  it('leave the promise to the requester as it is', () => {
    const clocks = clocksOf({ moments: aHistory(...handedOver), rules: agreed, now: time('12:00') });

    expect(clocks.map(({ target, level, elapsedMs }) => [target, level.id, elapsedMs])).toEqual([
      ['respond', 'standard', hoursMs(2)],
      ['resolve', 'standard', hoursMs(2)],
      ['respond', 'net', hoursMs(1)],
      ['resolve', 'net', hoursMs(1)],
    ]);
  });
});
