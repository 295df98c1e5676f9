import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import { reckon } from '../../src/tickets/alarms/reckon.ts';
import { ring } from '../../src/tickets/alarms/ring.ts';
import { changed, type Move } from '../../src/tickets/change.ts';
import { mayStart } from '../../src/tickets/lifecycle.ts';
import { assignTo, claim, takeBack } from '../../src/tickets/moves/assignment.ts';
import { prioritise } from '../../src/tickets/moves/describing.ts';
import { reopen, resolve } from '../../src/tickets/moves/ending.ts';
import { escalateToTeam } from '../../src/tickets/moves/escalation.ts';
import { promiseUpdate } from '../../src/tickets/moves/promising.ts';
import { snooze } from '../../src/tickets/moves/reminding.ts';
import { hear, reply } from '../../src/tickets/moves/talking.ts';
import { hold, resume } from '../../src/tickets/moves/waiting.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aConfig } from '../kit/a-config.ts';
import { aTicket } from '../kit/a-ticket.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const begin = new Date('2026-03-02T08:00:00Z');

const office = {
  id: 'office',
  timeZone: 'Europe/Berlin',
  open: { mon: [{ from: 540, to: 1020 }], tue: [{ from: 540, to: 1020 }], thu: [{ from: 0, to: 1440 }] },
  holidays: { dates: ['2026-03-10'] },
};
const always = { id: 'always', timeZone: 'UTC', open: '24x7', holidays: { dates: [] } } as const;

const rules: DeskConfig = aConfig({
  calendars: [office, always],
  serviceLevels: [
    {
      id: 'p1',
      when: { priority: 'P1' },
      calendar: 'always',
      respondMs: hourMs,
      updateMs: 2 * hourMs,
      resolveMs: 4 * hourMs,
    },
    { id: 'network', when: { team: 'network' }, calendar: 'always', resolveMs: 30 * hourMs },
    {
      id: 'standard',
      when: {},
      calendar: 'office',
      respondMs: 4 * hourMs,
      updateMs: 8 * hourMs,
      resolveMs: 16 * hourMs,
    },
    { id: 'acme', when: {}, with: { vendor: 'acme' }, calendar: 'always', resolveMs: 20 * hourMs },
  ],
  nudges: { unclaimed: { afterMs: hourMs, againMs: 4 * hourMs }, stale: { afterMs: 10 * hourMs } },
  noAnswer: { askAfterMs: dayMs, askAgainAfterMs: 3 * dayMs, resolveAfterMs: 7 * dayMs },
  parkedAtMostMs: { vendor: 2 * dayMs },
  survey: { afterMs: hourMs, remindAfterMs: dayMs, atMostEveryMs: dayMs, isAnonymous: false, lowScore: 2 },
  autoCloseAfterMs: 3 * dayMs,
});

const ringing = { rules, superiors: { leads: ['lea'], managers: ['mia'] }, noAnswerNote: 'No answer.' };
const contextAt = (now: Date, by = 'ben') => ({ by, now, today: '2026-03-02' });

/** What people may do, with how long it is after what was before. */
const deeds: Readonly<Record<string, (now: Date) => Move>> = {
  claim: () => claim,
  assign: () => assignTo('cem'),
  takeBack: () => takeBack,
  reply: () => reply('m1'),
  hear: () => hear,
  holdForRequester: () => hold('requester', 'Which?'),
  holdForVendor: () => hold('vendor', undefined),
  holdUntil: (now) => hold('scheduled', undefined, { until: new Date(now.getTime() + dayMs) }),
  holdForChange: () => hold('change', undefined),
  resume: () => resume,
  toNetwork: () => escalateToTeam('network'),
  up: () => prioritise({ impact: 1, urgency: 1 }, rules.priorities.matrix),
  down: () => prioritise({ impact: 3, urgency: 3 }, rules.priorities.matrix),
  promise: (now) => promiseUpdate(`p${now.getTime()}`, new Date(now.getTime() + 3 * hourMs)),
  snooze: (now) => snooze(new Date(now.getTime() + 5 * hourMs)),
  resolve: () => resolve('fixed', 'Done.'),
  reopen: () => reopen('No.', 7 * dayMs),
};

const waits = fc.oneof(fc.integer({ min: 0, max: 90 * minuteMs }), fc.integer({ min: 0, max: 3 * dayMs }));
const step = fc.record({ deed: fc.constantFrom(...Object.keys(deeds), 'look', 'look'), afterMs: waits });
const lives = fc.array(step, { minLength: 1, maxLength: 14 });

interface Life {
  readonly ticket: Ticket;
  readonly now: Date;
}

function attempt(ticket: Ticket, move: Move, now: Date): Ticket {
  try {
    return changed(ticket, move(ticket, contextAt(now)));
  } catch {
    return ticket; // the lifecycle refuses it
  }
}

/** Everything that is due by now rings, one after the other. */
function rung(ticket: Ticket, now: Date): Ticket {
  let next = ticket;
  for (let count = 0; count < 50; count += 1) {
    const [alarm] = reckon(next, rules, now).alarms;
    if (!alarm || alarm.at > now) return next;
    next = changed(next, ring(alarm, ringing)(next, contextAt(now, 'desk')));
  }
  throw new Error('it never ends to ring');
}

function live(steps: readonly { readonly deed: string; readonly afterMs: number }[], isWatched: boolean): Life {
  let [ticket, now] = [aTicket({ openedAt: begin }), begin];
  for (const { deed, afterMs } of steps) {
    now = new Date(now.getTime() + afterMs);
    if (isWatched || deed === 'look') ticket = rung(ticket, now);
    const move = deeds[deed]?.(now);
    if (move) ticket = attempt(ticket, move, now);
  }
  return { ticket: rung(ticket, now), now };
}

const thresholds = (ticket: Ticket) =>
  ticket.history.flatMap(({ alarm }, index) => {
    const [, target, policy, percent, epoch] = /^sla:([^@]+)@([^:]+):(\d+):(.*)$/.exec(alarm ?? '') ?? [];
    return target ? [{ index, clock: `${target}@${policy}:${epoch}`, percent: Number(percent) }] : [];
  });

describe('the alarms of a ticket, whatever becomes of it', () => {
  it('never ring twice', () => {
    fc.assert(
      fc.property(lives, fc.boolean(), (steps, isWatched) => {
        const ids = live(steps, isWatched).ticket.history.flatMap(({ alarm }) => alarm ?? []);
        expect(ids).toEqual([...new Set(ids)]);
      }),
      { numRuns: 300 },
    );
  });

  it('ring a clock’s thresholds upwards only', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const heard = new Map<string, number>();
        for (const { clock, percent } of thresholds(live(steps, true).ticket)) {
          expect(percent).toBeGreaterThan(heard.get(clock) ?? 0);
          heard.set(clock, percent);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('say exactly when the next one is: not a millisecond before, and then', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { ticket, now } = live(steps, true);
        const [next] = reckon(ticket, rules, now).alarms;
        if (!next) return;
        const before = new Date(next.at.getTime() - 1);
        if (before > now) {
          const early = reckon(ticket, rules, before).alarms[0];
          expect(early?.at.getTime()).toBe(next.at.getTime());
        }
        const then = reckon(ticket, rules, next.at).alarms[0];
        expect(then && then.at <= next.at).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('remind nobody of a promise to the requester on a paused hold', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { ticket } = live(steps, true);
        const statusAt = (index: number) =>
          ticket.history
            .slice(0, index + 1)
            .flatMap(({ changes }) => changes)
            .findLast(({ field }) => field === 'status')?.to;
        const heldFor = (index: number) => {
          const to = ticket.history
            .slice(0, index)
            .flatMap(({ changes }) => changes)
            .findLast(({ field }) => field === 'hold')?.to;
          return typeof to === 'object' && to !== null && 'reason' in to ? to.reason : undefined;
        };
        for (const { index, clock } of thresholds(ticket)) {
          const isPaused = statusAt(index) === 'on_hold' && heldFor(index) !== 'change';
          if (!clock.includes('~vendor')) expect(isPaused).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come to the same states whether the desk looked all the time or was away, but for what comes by itself', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const people = steps.filter(({ deed }) => !['holdForRequester', 'holdUntil', 'resolve'].includes(deed));
        const [watched, away] = [live(people, true), live(people, false)];
        expect(away.ticket.status).toBe(watched.ticket.status);
        expect(reckon(away.ticket, rules, away.now).sla).toEqual(reckon(watched.ticket, rules, watched.now).sla);
      }),
      { numRuns: 200 },
    );
  });

  it('end with the ticket', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { ticket, now } = live(steps, true);
        if (!mayStart('resolve', ticket.status)) return;
        const done = attempt(ticket, resolve('fixed', 'Done.'), now);
        const kinds = reckon(done, rules, now).alarms.map(({ kind }) => kind);
        expect(kinds.toSorted()).toEqual(['close', 'survey']);
      }),
      { numRuns: 100 },
    );
  });
});
