import { WorkingCalendar } from '../../src/sla/calendar.ts';
import { type ClockRules, clockOf } from '../../src/sla/clock.ts';
import type { Act, Moment, TicketStatus } from '../../src/sla/moment.ts';
import type { Counterpart, Target, TicketFacts } from '../../src/sla/policy.ts';
import { aCalendar, monToFri } from './calendars.ts';

/** One entry: when (on Wednesday 2026-11-04 in UTC, or an ISO instant), who, what, and what it changes. */
export type Entry = readonly [
  at: string,
  by: string,
  act: Act,
  changes?: Partial<Omit<TicketFacts, 'groups'>> & {
    readonly hold?: string;
    readonly vendor?: string;
    readonly status?: TicketStatus;
  },
];

const statusAfter: Partial<Record<Act, TicketStatus>> = {
  open: 'new',
  claim: 'in_progress',
  assign: 'in_progress',
  takeBack: 'new',
  hold: 'on_hold',
  resume: 'in_progress',
  escalateTeam: 'new',
  resolve: 'resolved',
  reopen: 'in_progress',
  close: 'closed',
  cancel: 'cancelled',
  merge: 'cancelled',
};

const dana: TicketFacts = { kind: 'incident', priority: 'P3', team: 'it', requester: 'dana', groups: [] };

/** The moments of a ticket of Dana's that begins as a P3 incident of the team `it`. */
export function aHistory(...entries: readonly Entry[]): readonly Moment[] {
  let status: TicketStatus = 'new';
  let facts = dana;
  let hold: Moment['hold'];
  return entries.map(([at, by, act, changes = {}]) => {
    const { hold: reason, vendor, status: named, ...changed } = changes;
    facts = { ...facts, ...changed };
    status = named ?? (act === 'hear' && hold?.reason === 'requester' ? 'in_progress' : (statusAfter[act] ?? status));
    if (reason) hold = { reason, ...(vendor ? { vendor } : {}) };
    if (status !== 'on_hold') hold = undefined;
    return { at: time(at), by, act, status, facts, ...(hold ? { hold } : {}) };
  });
}

/** `10:30` is half past ten on Wednesday 2026-11-04, UTC. */
export function time(word: string): Date {
  return new Date(/^\d\d:\d\d$/.test(word) ? `2026-11-04T${word}Z` : word);
}

export const minutes = (count: number) => count * 60_000;
export const hoursMs = (count: number) => count * 3_600_000;

export const calendars = new Map([
  ['always', new WorkingCalendar(aCalendar({}))],
  ['office', new WorkingCalendar(aCalendar({ open: monToFri('09:00-17:00') }))],
  ['never', new WorkingCalendar(aCalendar({ open: {} }))],
]);

/** P1 in 15 min, an hour, 4 h of any time; all else 2 h and 8 h of the office's. */
export const rules: ClockRules = {
  levels: [
    {
      id: 'p1',
      when: { priority: 'P1' },
      calendar: 'always',
      respondMs: minutes(15),
      updateMs: hoursMs(1),
      resolveMs: hoursMs(4),
    },
    { id: 'standard', when: {}, calendar: 'office', respondMs: hoursMs(2), resolveMs: hoursMs(8) },
  ],
  calendars,
  holdReasons: { requester: 'paused', vendor: 'paused', change: 'runs', scheduled: 'paused' },
};

/** What a clock says then. */
export function read(
  target: Target,
  now: string,
  entries: readonly Entry[],
  by: ClockRules = rules,
  counterpart?: Counterpart,
) {
  return clockOf({ moments: aHistory(...entries), rules: by, now: time(now) }, target, counterpart);
}

export const opened: Entry = ['10:00', 'dana', 'open'];
