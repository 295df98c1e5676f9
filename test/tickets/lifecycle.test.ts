import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../src/tickets/refusal.ts';
import { type Status, statuses, type Ticket } from '../../src/tickets/ticket.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { days } from '../kit/fake-clock.ts';
import { everyMove } from './every-move.ts';
import { moved, noon } from './written.ts';

const { claim, hold, resolve, reopen, close, cancel, merge } = everyMove;

/** A ticket that has come into a status by the moves that lead there. */
const inStatus: Readonly<Record<Status, Ticket>> = {
  new: aTicket(),
  in_progress: moved(aTicket(), claim),
  on_hold: moved(moved(aTicket(), claim), hold),
  resolved: moved(aTicket(), resolve),
  closed: moved(moved(aTicket(), resolve), close),
  cancelled: moved(aTicket(), cancel),
};

const no = 'refused';
const open = (to: Status) => [to, to, to, no, no, no] as const;
const stays = ['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'] as const;
const staysWhileOpen = ['new', 'in_progress', 'on_hold', no, no, no] as const;

/** From new, in progress, on hold, resolved, closed, cancelled: where each move leads. */
const table: Readonly<Record<keyof typeof everyMove, readonly (Status | 'refused')[]>> = {
  claim: ['in_progress', no, no, no, no, no],
  assign: ['in_progress', 'in_progress', 'on_hold', no, no, no],
  takeBack: [no, 'new', 'new', no, no, no],
  hold: [no, 'on_hold', no, no, no, no],
  resume: [no, no, 'in_progress', no, no, no],
  escalateTeam: open('new'),
  escalateUp: staysWhileOpen,
  resolve: open('resolved'),
  reopen: [no, no, no, 'in_progress', no, no],
  close: [no, no, no, 'closed', no, no],
  cancel: open('cancelled'),
  prioritise: staysWhileOpen,
  edit: staysWhileOpen,
  merge: open('cancelled'),
  redescribe: stays,
  watch: stays,
  unwatch: stays,
  link: stays,
  absorb: stays,
  remind: stays,
  answerFailed: stays,
  askSecret: stays,
  sendSecret: stays,
  openSecret: stays,
  loseSecret: stays,
  consider: stays,
  tell: staysWhileOpen,
  breach: staysWhileOpen,
  snooze: staysWhileOpen,
  promise: staysWhileOpen,
  missPromise: staysWhileOpen,
  survey: [no, no, no, 'resolved', 'closed', no],
  reply: stays,
  hear: ['new', 'in_progress', 'in_progress', 'resolved', 'closed', 'cancelled'],
};

const cases = Object.entries(table).flatMap(([move, ends]) =>
  statuses.map((from, index) => ({ move: move as keyof typeof table, from, end: ends[index] })),
);

describe('the lifecycle', () => {
  it.each(cases)('$move from $from: $end', ({ move, from, end }) => {
    const attempt = () => moved(inStatus[from], everyMove[move]);

    if (end === no) expect(attempt).toThrow(Refusal);
    else expect(attempt().status).toBe(end);
  });

  it('refuses with the state that the ticket is in', () => {
    for (const from of ['resolved', 'closed', 'cancelled'] as const) {
      expect(reasonOf(() => moved(inStatus[from], claim))).toEqual({ kind: 'wrongState', key: 'INC-42', status: from });
    }
  });

  it('names who has it, and since when, to whoever claims it too late', () => {
    const claimed = moved(aTicket(), claim);

    expect(reasonOf(() => moved(claimed, claim, 'cem@example.com'))).toEqual({
      ...{ kind: 'claimedBy', key: 'INC-42', person: 'ben@example.com', at: noon },
    });
  });

  it('says of a resolved ticket that it is resolved, whoever had claimed it', () => {
    const resolved = moved(moved(aTicket(), claim), resolve);

    expect(reasonOf(() => moved(resolved, claim, 'cem@example.com'))).toMatchObject({ kind: 'wrongState' });
  });

  it('leads from a merged ticket to the one that goes on', () => {
    const merged = moved(aTicket(), merge);

    expect(reasonOf(() => moved(merged, claim))).toEqual({ kind: 'goesOnIn', key: 'INC-42', into: 'INC-7' });
  });

  it('reopens within the window of desk.yaml and not a moment later', () => {
    const { resolved } = inStatus;
    const at = (ms: number) => new Date(noon.getTime() + ms);

    expect(moved(resolved, reopen, 'ben@example.com', at(days(7))).status).toBe('in_progress');
    expect(reasonOf(() => moved(resolved, reopen, 'ben@example.com', at(days(7) + 1)))).toEqual({
      ...{ kind: 'reopenTooLate', key: 'INC-42', days: 7 },
    });
  });
});

function reasonOf(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return 'not refused';
}
