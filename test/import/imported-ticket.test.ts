import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importedTicket } from '../../src/import/imported-ticket.ts';
import { parseImportMap } from '../../src/import/read-import-map.ts';
import { type ReadRow, RowReader } from '../../src/import/row-reader.ts';
import { reckon } from '../../src/tickets/alarms/reckon.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aConfig } from '../kit/a-config.ts';

const now = new Date('2026-06-01T00:00Z');
const desk = aConfig({
  calendars: [{ id: 'always', timeZone: 'UTC', open: '24x7', holidays: { dates: [] } }],
  serviceLevels: [{ id: 'all', when: {}, calendar: 'always', respondMs: 3_600_000, resolveMs: 8 * 3_600_000 }],
});
const times = ['openedAt', 'assignedAt', 'respondedAt', 'heldAt', 'resumedAt', 'resolvedAt', 'reopenedAt', 'closedAt'];
const mapText = `
name: old
timeZone: UTC
fields:
  id: { value: A-1 }
  title: { column: title, default: VPN is down }
  requester: { column: requester, default: Dana@Example.com }
  assignee: assignee
  status: { column: status, values: { Done: closed } }
  service: service
  priority: priority
  holdReason: { value: requester }
  reopenCount: reopened
${times.map((field) => `  ${field}: ${field}`).join('\n')}
`;

type Cells = Readonly<Record<string, string>>;

/** Opened at eight on the second of March; `12:30` is of that day, `3T12:30` of the third. */
function read(cells: Cells): ReadRow {
  const result = parseImportMap(mapText, 'map.yaml', desk);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  const whole = Object.entries({ openedAt: '08:00', ...cells }).map(([name, text]): [string, string] => {
    const at = /^(?:(\d+)T)?(\d\d:\d\d)$/.exec(text);
    return [name, at ? `2026-03-${(at[1] ?? '2').padStart(2, '0')} ${at[2]}` : text];
  });
  return new RowReader(result.map, desk, now).read({ is: 'record', line: 7, cells: new Map(whole) });
}

function imported(cells: Cells, isLive = false): Ticket {
  const result = read(cells);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return importedTicket(result.row, 'INC-9', { name: 'old', desk, now, isLive });
}

const faultsOf = (cells: Cells) => {
  const result = read(cells);
  return 'faults' in result ? result.faults.map(({ column, problem }) => `${column}: ${problem}`) : [];
};
const storyOf = ({ history }: Ticket) =>
  history.map(({ at, by, move }) => `${at.toISOString().slice(8, 16)} ${move} ${by}`);

describe('a ticket of another desk', () => {
  it('has the history that its instants tell', () => {
    const ticket = imported({
      ...{ assignee: 'ben@example.com', status: 'Done', service: 'VPN', priority: 'P2' },
      ...{ assignedAt: '08:10', respondedAt: '08:30', heldAt: '09:00', resumedAt: '11:00' },
      ...{ resolvedAt: '12:00', reopenedAt: '3T09:00', closedAt: '3T10:00' },
    });

    expect(storyOf(ticket)).toEqual([
      '02T08:00 open dana@example.com',
      '02T08:10 assign desk',
      '02T08:30 reply ben@example.com',
      '02T09:00 hold ben@example.com',
      '02T11:00 resume ben@example.com',
      '02T12:00 resolve ben@example.com',
      '03T09:00 reopen dana@example.com',
      '03T10:00 resolve ben@example.com',
      '03T10:00 close desk',
    ]);
    expect(ticket).toMatchObject({
      ...{ key: 'INC-9', kind: 'incident', title: 'VPN is down', service: 'vpn', team: 'it', priority: 'P2' },
      ...{
        status: 'closed',
        assignee: 'ben@example.com',
        reopenCount: 1,
        openedDay: '2026-03-02',
        closedDay: '2026-03-03',
      },
      ...{ respondedAt: new Date('2026-03-02T08:30Z'), resolvedAt: new Date('2026-03-03T10:00Z') },
      ...{ source: { via: 'import', key: 'import:old:A-1' }, customFields: { old: 'A-1' } },
    });
    // Two hours from eight to twelve without the hold, then one more.
    expect(ticket.sla.resolve).toMatchObject({ state: 'met', elapsedMs: 3 * 3_600_000 });
    expect(ticket.sla.respond).toMatchObject({ state: 'met', elapsedMs: 30 * 60_000 });
  });

  it('posts, rings and owes nothing once it is over, and nobody is asked how it went', () => {
    const ticket = imported({ closedAt: '09:00' });
    const surveyed = {
      ...desk,
      survey: { ...{ afterMs: 1000, remindAfterMs: 1000, atMostEveryMs: 0 }, isAnonymous: false, lowScore: 2 },
    };

    expect(ticket).toMatchObject({ status: 'closed', cards: [], owes: [], owing: false });
    expect(ticket.nextAlarmAt).toBeUndefined();
    expect(reckon(ticket, surveyed, now).alarms).toEqual([]);
  });

  it('closes by itself when it was resolved and nobody closed it', () => {
    const ticket = imported({ status: 'resolved', resolvedAt: '09:00' });

    expect(ticket.status).toBe('resolved');
    expect(ticket.nextAlarmAt).toEqual(new Date(new Date('2026-03-02T09:00Z').getTime() + desk.autoCloseAfterMs));
  });

  it('lies still while it is open, and comes to life when that is asked for', () => {
    const still = imported({});
    const live = imported({}, true);

    expect(still).toMatchObject({ status: 'new', owing: false });
    expect(still.nextAlarmAt).toBeUndefined();
    expect(reckon(still, desk, now).alarms).toEqual([]);
    const touched = {
      ...still,
      history: [...still.history, { at: now, by: 'ben@example.com', move: 'edit', changes: [] } as const],
    };
    expect(reckon(touched, desk, now).alarms).not.toEqual([]);
    expect(live).toMatchObject({ status: 'new', owing: true, sla: { resolve: { state: 'breached' } } });
    expect(live.nextAlarmAt?.getTime()).toBeLessThanOrEqual(now.getTime());
  });

  it('counts a reopening without an instant and leaves the clock alone', () => {
    const ticket = imported({ closedAt: '15:00', reopened: 'True' });

    expect(ticket.reopenCount).toBe(1);
    expect(storyOf(ticket)).toEqual(['02T08:00 open dana@example.com', '02T15:00 resolve desk', '02T15:00 close desk']);
    expect(ticket.sla.resolve).toMatchObject({ state: 'met', elapsedMs: 7 * 3_600_000 });
  });

  it('is met at its very target and missed a millisecond later', () => {
    const at = (resolvedAt: string) =>
      imported({ openedAt: '2026-03-02 08:00:00.000', closedAt: resolvedAt }).sla.resolve?.state;

    expect(at('2026-03-02 16:00:00.000999999')).toBe('met');
    expect(at('2026-03-02 16:00:00.001000000')).toBe('missed');
  });

  it('is not answered by an assignment of which nobody knows when it was', () => {
    const ticket = imported({ assignee: 'Ben  Miller' });

    expect(ticket).toMatchObject({ status: 'in_progress', assignee: 'Ben Miller' });
    expect(storyOf(ticket)).toEqual(['02T08:00 open dana@example.com']);
    expect(ticket.sla.respond?.state).toBe('breached');
  });

  it.each<[Cells, string]>([
    [{ openedAt: '' }, 'openedAt: This cell is empty.'],
    [{ closedAt: '07:00' }, 'closedAt: This is before openedAt.'],
    [{ closedAt: '2027-01-01 00:00' }, 'closedAt: This lies in the future.'],
    [{ closedAt: '2.3.26' }, 'closedAt: This is no instant written as iso, or no real date.'],
    [{ status: 'closed' }, 'status: A row that is closed needs closedAt.'],
    [{ status: 'cancelled' }, 'status: A row that is cancelled needs closedAt.'],
    [{ status: 'on hold' }, 'status: A row that is on_hold needs heldAt without a resumedAt.'],
    [{ status: 'In Progress', heldAt: '09:00' }, 'status: A row that is new needs resumedAt.'],
    [{ status: 'new', closedAt: '09:00' }, 'closedAt: This row is new and has an end.'],
    [{ heldAt: '09:00', resumedAt: '08:30' }, 'resumedAt: This is before heldAt.'],
    [{ assignedAt: '10:00', closedAt: '09:00' }, 'assignedAt: This is after its end.'],
    [{ status: 'Doen' }, 'status: This is no status of this desk.'],
    [{ service: 'vnp' }, 'service: This is no service of this desk.'],
    [{ reopened: 'often' }, 'reopened: This is no number.'],
  ])('does not come of %j', (cells, fault) => {
    expect(faultsOf(cells)).toEqual([fault]);
  });

  it('has all its faults told at once', () => {
    expect(faultsOf({ priority: 'high', closedAt: '07:00', service: 'vnp' })).toHaveLength(3);
  });

  it('keeps to the time that passed, whatever its instants are', () => {
    const minutes = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(minutes, minutes, (one, other) => {
        const [answered = 0, ended = 0] = [one, other].toSorted((a, b) => a - b);
        const at = (after: number) => new Date(Date.UTC(2026, 2, 2, 8) + after * 60_000).toISOString();
        const { sla } = imported({ respondedAt: at(answered), closedAt: at(ended) });

        expect(sla.respond?.elapsedMs).toBe(answered * 60_000);
        expect(sla.resolve?.elapsedMs).toBe(ended * 60_000);
        expect(sla.resolve?.state).toBe(ended > 480 ? 'missed' : 'met');
      }),
    );
  });
});
