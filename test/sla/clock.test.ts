import { describe, expect, it } from '@jest/globals';
import { type Entry, hoursMs, minutes, opened, read, rules, time } from './a-history.ts';

const openedP1: Entry = ['10:00', 'dana', 'open', { priority: 'P1' }];
const claimed: Entry = ['10:30', 'ben', 'claim'];

describe('the respond clock', () => {
  it('goes on when an agent claims, and stops with their first public message', () => {
    expect(read('respond', '11:00', [opened, claimed])).toMatchObject({ state: 'running', dueAt: time('12:00') });
    expect(
      read('respond', '15:00', [opened, claimed, ['11:00', 'ben', 'reply'], ['13:00', 'ben', 'reply']]),
    ).toMatchObject({
      state: 'met',
      elapsedMs: hoursMs(1),
      remainingMs: hoursMs(1),
      dueAt: time('12:00'),
    });
  });

  it('stops with the claim where the desk says that taking is answering', () => {
    expect(read('respond', '15:00', [opened, claimed], { ...rules, claimAnswers: true })).toMatchObject({
      state: 'met',
    });
  });

  it('is met at its due instant, and missed a moment later', () => {
    expect(read('respond', '16:00', [opened, ['12:00', 'ben', 'reply']])).toMatchObject({ state: 'met' });
    expect(read('respond', '16:00', [opened, ['2026-11-04T12:00:00.001Z', 'ben', 'reply']])).toMatchObject({
      state: 'missed',
      breachedAt: time('12:00'),
    });
  });

  it('is breached while nobody answers, on hold too', () => {
    expect(read('respond', '12:00', [opened])).toMatchObject({ state: 'running', remainingMs: 0 });
    expect(read('respond', '13:00', [opened, ['11:00', 'ben', 'hold', { hold: 'requester' }]])).toMatchObject({
      state: 'breached',
      breachedAt: time('12:00'),
      remainingMs: -hoursMs(1),
      isCounting: true,
    });
  });

  it('is missed when the answer comes after hours, though no working time has passed since', () => {
    expect(
      read('respond', '2026-11-05T10:00Z', [
        ['15:00', 'dana', 'open'],
        ['20:00', 'ben', 'reply'],
      ]),
    ).toMatchObject({ state: 'missed', breachedAt: time('17:00'), elapsedMs: hoursMs(2) });
  });

  it('keeps the policy by which it was judged', () => {
    const entries: Entry[] = [opened, ['11:00', 'ben', 'reply'], ['11:30', 'ben', 'prioritise', { priority: 'P1' }]];

    expect(read('respond', '16:00', entries)).toMatchObject({
      state: 'met',
      level: { id: 'standard' },
      targetMs: hoursMs(2),
    });
  });

  it('stops with the solution, for good', () => {
    const entries: Entry[] = [opened, ['10:30', 'ben', 'resolve'], ['11:30', 'dana', 'reopen']];

    expect(read('respond', '16:00', entries)).toMatchObject({ state: 'met', elapsedMs: minutes(30) });
  });
});

describe('the resolve clock', () => {
  it('is paused by the reasons that pause, and by no other', () => {
    const held = (reason: string): Entry[] => [opened, claimed, ['11:00', 'ben', 'hold', { hold: reason }]];

    expect(read('resolve', '13:00', held('requester'))).toMatchObject({
      state: 'paused',
      isCounting: false,
      elapsedMs: hoursMs(1),
      remainingMs: hoursMs(7),
    });
    expect(read('resolve', '13:00', held('requester'))?.dueAt).toBeUndefined();
    expect(read('resolve', '13:00', held('change'))).toMatchObject({ state: 'running', elapsedMs: hoursMs(3) });
  });

  it('resumes by itself when the requester answers, later by as much', () => {
    const entries: Entry[] = [
      opened,
      claimed,
      ['11:00', 'ben', 'hold', { hold: 'requester' }],
      ['14:00', 'dana', 'hear'],
    ];

    expect(read('resolve', '15:00', entries)).toMatchObject({
      state: 'running',
      elapsedMs: hoursMs(2),
      dueAt: time('2026-11-05T13:00Z'),
    });
  });

  it('tells every interval with what began it, and who', () => {
    const entries: Entry[] = [
      opened,
      claimed,
      ['11:00', 'ben', 'hold', { hold: 'requester' }],
      ['14:10', 'dana', 'hear'],
      ['15:00', 'ben', 'resolve'],
      ['16:00', 'dana', 'reopen'],
    ];

    expect(read('resolve', '16:30', entries)?.intervals).toMatchObject([
      { kind: 'counting', from: time('10:00'), to: time('11:00'), cause: 'open', by: 'dana', workingMs: hoursMs(1) },
      {
        kind: 'paused',
        from: time('11:00'),
        to: time('14:10'),
        cause: 'hold',
        by: 'ben',
        workingMs: minutes(190),
        waitingFor: { reason: 'requester', person: 'dana' },
      },
      { kind: 'counting', to: time('15:00'), cause: 'hear', by: 'dana' },
      { kind: 'stopped', to: time('16:00'), cause: 'resolve', by: 'ben' },
      { kind: 'counting', from: time('16:00'), cause: 'reopen', by: 'dana', workingMs: minutes(30) },
    ]);
  });

  it('tells one pause from the next, though nothing counts between them', () => {
    const entries: Entry[] = [
      opened,
      ['11:00', 'ben', 'hold', { hold: 'requester' }],
      ['12:00', 'ben', 'resume'],
      ['12:00', 'ben', 'hold', { hold: 'vendor' }],
    ];
    const waits = read('resolve', '13:00', entries)?.intervals.map(({ waitingFor }) => waitingFor?.reason);

    expect(waits).toEqual([undefined, 'requester', 'vendor']);
  });

  it('resumes when the ticket is reopened, and may be missed after all', () => {
    const entries: Entry[] = [openedP1, ['13:00', 'ben', 'resolve'], ['20:00', 'dana', 'reopen']];

    expect(read('resolve', '19:00', entries)).toMatchObject({ state: 'met', elapsedMs: hoursMs(3) });
    expect(read('resolve', '20:30', entries)).toMatchObject({ state: 'running', dueAt: time('21:00') });
    expect(read('resolve', '22:00', entries)).toMatchObject({ state: 'breached', breachedAt: time('21:00') });
    expect(read('resolve', '23:00', [...entries, ['22:30', 'ben', 'resolve']])).toMatchObject({ state: 'missed' });
  });

  it('stays breached while it is paused', () => {
    const entries: Entry[] = [openedP1, ['15:00', 'ben', 'hold', { hold: 'vendor' }]];

    expect(read('resolve', '16:00', entries)).toMatchObject({
      state: 'breached',
      isCounting: false,
      elapsedMs: hoursMs(5),
      dueAt: time('14:00'),
    });
  });

  it('ends without a verdict when the ticket is cancelled or merged', () => {
    for (const act of ['cancel', 'merge'] as const)
      expect(read('resolve', '16:00', [opened, ['11:00', 'ben', act]])).toMatchObject({
        state: 'cancelled',
        elapsedMs: hoursMs(1),
      });
  });
});

describe('another priority', () => {
  it('keeps the elapsed time and gives another due instant', () => {
    const entries: Entry[] = [opened, ['12:00', 'ben', 'prioritise', { priority: 'P1' }]];

    expect(read('resolve', '12:30', entries)).toMatchObject({
      level: { id: 'p1' },
      elapsedMs: hoursMs(2.5),
      targetMs: hoursMs(4),
      dueAt: time('14:00'),
    });
  });

  it('is late at once when more has elapsed than it allows', () => {
    const entries: Entry[] = [opened, ['15:00', 'ben', 'prioritise', { priority: 'P1' }]];

    expect(read('resolve', '15:00', entries)).toMatchObject({ state: 'breached', breachedAt: time('15:00') });
    expect(read('resolve', '16:00', entries)).toMatchObject({ breachedAt: time('15:00'), elapsedMs: hoursMs(6) });
  });

  it('may give time back', () => {
    const entries: Entry[] = [openedP1, ['15:00', 'ben', 'prioritise', { priority: 'P3' }]];

    expect(read('resolve', '14:30', entries)).toMatchObject({ state: 'breached' });
    // Two of its three hours are left on this day.
    expect(read('resolve', '16:00', entries)).toMatchObject({ state: 'running', dueAt: time('2026-11-05T10:00Z') });
  });

  it('may have no target at all', () => {
    const onlyP1 = { ...rules, levels: rules.levels.slice(0, 1) };

    expect(read('resolve', '12:00', [opened], onlyP1)).toBeUndefined();
    expect(
      read('resolve', '13:00', [opened, ['12:00', 'ben', 'prioritise', { priority: 'P1' }]], onlyP1),
    ).toMatchObject({ elapsedMs: hoursMs(1), dueAt: time('16:00') });
  });
});

describe('the update clock', () => {
  it('starts anew with each public message to the requester', () => {
    const entries: Entry[] = [
      openedP1,
      ['10:50', 'ben', 'reply'],
      ['11:20', 'ben', 'reply'],
      ['11:30', 'dana', 'hear'],
    ];

    expect(read('update', '12:00', entries)).toMatchObject({
      state: 'running',
      elapsedMs: minutes(40),
      dueAt: time('12:20'),
      earlierBreaches: [],
    });
  });

  it('remembers the updates that came late', () => {
    const entries: Entry[] = [openedP1, ['11:30', 'ben', 'reply'], ['12:00', 'ben', 'resolve']];

    expect(read('update', '11:15', entries)).toMatchObject({ state: 'breached', breachedAt: time('11:00') });
    expect(read('update', '11:40', entries)).toMatchObject({ state: 'running', earlierBreaches: [time('11:00')] });
    expect(read('update', '13:00', entries)).toMatchObject({ state: 'missed' });
  });

  it('is over with the solution, whatever is said after it', () => {
    const entries: Entry[] = [openedP1, ['10:50', 'ben', 'resolve'], ['12:00', 'ben', 'reply']];

    expect(read('update', '12:30', entries)).toMatchObject({ state: 'met', elapsedMs: minutes(50) });
  });

  it('is at zero after a message that comes with the solution', () => {
    const entries: Entry[] = [openedP1, ['10:50', 'ben', 'reply'], ['10:50', 'ben', 'resolve']];

    expect(read('update', '12:30', entries)).toMatchObject({
      state: 'met',
      elapsedMs: 0,
      intervals: [{ kind: 'counting' }, { kind: 'stopped', cause: 'resolve', startsAnew: true }],
    });
  });

  it('starts anew when a solution was none', () => {
    const entries: Entry[] = [openedP1, ['10:50', 'ben', 'resolve'], ['15:00', 'dana', 'reopen']];

    expect(read('update', '15:10', entries)).toMatchObject({ state: 'running', dueAt: time('16:00') });
  });
});

describe('a calendar', () => {
  it('that is never open lets no target pass', () => {
    const never = { ...rules, levels: [{ id: 'never', when: {}, calendar: 'never', resolveMs: 1 }] };
    const clock = read('resolve', '2027-01-01T00:00Z', [opened], never);

    expect(clock).toMatchObject({ state: 'running', elapsedMs: 0 });
    expect(clock?.dueAt).toBeUndefined();
  });

  it('that nobody knows makes no clock', () => {
    const unknown = { ...rules, levels: [{ id: 'x', when: {}, calendar: 'x', resolveMs: 1 }] };

    expect(read('resolve', '12:00', [opened], unknown)).toBeUndefined();
  });
});
