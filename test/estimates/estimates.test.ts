import { describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import type { EstimateSource, PastTickets } from '../../src/estimates/estimate-source.ts';
import { Estimates, type Raised } from '../../src/estimates/estimates.ts';
import { silentLog } from '../../src/log.ts';
import type { Likeness } from '../../src/tickets/ticket.ts';
import { aConfig } from '../kit/a-config.ts';
import { FakeClock, minutes } from '../kit/fake-clock.ts';
import { day, hour } from './a-past.ts';

const raised: Raised = { kind: 'incident', service: 'vpn', team: 'it', impact: 2, urgency: 2, requester: 'dana' };
const now = new Date('2026-03-02T09:00:00Z');

/** Tickets that took one hour, two hours, and so on; the first was raised half a year ago. */
function past(count: number, since = new Date(now.getTime() - 170 * day)): PastTickets {
  const openedAt = new Date('2026-02-01T00:00:00Z');
  const spans = Array.from({ length: count }, (_, n) => ({
    openedAt,
    resolvedAt: new Date(openedAt.getTime() + (n + 1) * hour),
  }));
  return { spans, since };
}

function asked(
  answer: (like: Likeness) => Promise<PastTickets>,
  facts: { config?: Partial<DeskConfig>; patienceMs?: number } = {},
) {
  const questions: Likeness[] = [];
  const source: EstimateSource = {
    resolvedLike: ({ like }) => {
      questions.push(like);
      return answer(like);
    },
  };
  const clock = new FakeClock(now);
  let config = aConfig({ serviceLevels: [], ...facts.config });
  const { patienceMs = 10_000 } = facts;
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (_: object, line: string) => void warnings.push(line) };
  const estimates = new Estimates({ source, config: () => config, clock, log, patienceMs });
  const reconfigure = (next: Partial<DeskConfig>) => {
    config = { ...config, ...next };
  };
  return { estimates, questions, clock, warnings, reconfigure };
}

describe('the estimate for a new ticket', () => {
  it('is that of the tickets of its service, kind and priority, with the instant when it has proved wrong', async () => {
    const { estimates, questions } = asked(async () => past(30));

    expect(await estimates.for(raised)).toEqual({
      fromMs: 3 * hour,
      toMs: 28 * hour,
      tickets: 30,
      like: { kind: 'incident', priority: 'P3', service: 'vpn' },
      endsAt: new Date(now.getTime() + 28 * hour),
    });
    expect(questions).toHaveLength(1);
  });

  it('is that of the team when the service has too few, then that of the priority, then none', async () => {
    const few = (wanted: keyof Likeness | undefined) => async (like: Likeness) =>
      past(wanted === undefined || !(wanted in like) ? 29 : 30);

    expect(await asked(few('team')).estimates.for(raised)).toMatchObject({ like: { team: 'it' } });
    expect(
      (await asked(async (like) => past('team' in like || 'service' in like ? 29 : 40)).estimates.for(raised))?.like,
    ).toEqual({
      kind: 'incident',
      priority: 'P3',
    });
    expect(await asked(few(undefined)).estimates.for(raised)).toBeUndefined();
  });

  it('asks of no service where none is known', async () => {
    const { estimates, questions } = asked(async () => past(0));

    await estimates.for({ ...raised, service: undefined });

    expect(questions).toEqual([
      { kind: 'incident', priority: 'P3', team: 'it' },
      { kind: 'incident', priority: 'P3' },
    ]);
  });

  it('is none while the desk is too young to have seen the slow ones', async () => {
    const young = asked(async () => past(30, new Date(now.getTime() - 5 * 28 * hour + 1)));
    const grown = asked(async () => past(30, new Date(now.getTime() - 5 * 28 * hour)));

    expect(await young.estimates.for(raised)).toBeUndefined();
    expect(await grown.estimates.for(raised)).toBeDefined();
  });

  it('is in the working time of its service level', async () => {
    const office = {
      id: 'office',
      timeZone: 'UTC',
      open: { mon: [{ from: 9 * 60, to: 17 * 60 }] },
      holidays: { dates: [] },
    };
    const { estimates } = asked(async () => past(200), {
      config: { calendars: [office], serviceLevels: [{ id: 'all', when: {}, calendar: 'office', resolveMs: hour }] },
    });

    const estimate = await estimates.for(raised);

    expect(estimate).toMatchObject({ toMs: 8 * hour, workdayMs: 8 * hour });
    expect(estimate?.endsAt).toEqual(new Date('2026-03-02T17:00:00Z'));
  });

  it('is none when no working time passed at all', async () => {
    const never = { id: 'night', timeZone: 'UTC', open: { tue: [{ from: 0, to: 60 }] }, holidays: { dates: [] } };
    const { estimates } = asked(async () => past(35), {
      config: { calendars: [never], serviceLevels: [{ id: 'all', when: {}, calendar: 'night' }] },
    });

    expect(await estimates.for(raised)).toBeUndefined();
  });

  it('is asked for once in ten minutes, however many want it at once', async () => {
    const { estimates, questions, clock } = asked(async () => past(30));

    await Promise.all(Array.from({ length: 20 }, () => estimates.for(raised)));
    clock.advance(minutes(9));
    await estimates.for(raised);
    expect(questions).toHaveLength(1);

    clock.advance(minutes(1));
    await estimates.for(raised);
    expect(questions).toHaveLength(2);
  });

  it('is asked for anew when desk.yaml has another calendar', async () => {
    const office = { id: 'office', timeZone: 'UTC', open: '24x7' as const, holidays: { dates: [] } };
    const serviceLevels = [{ id: 'all', when: {}, calendar: 'office', resolveMs: hour }];
    const { estimates, reconfigure } = asked(async () => past(200), { config: { calendars: [office], serviceLevels } });
    const before = await estimates.for(raised);

    reconfigure({ calendars: [{ ...office, open: { mon: [{ from: 9 * 60, to: 17 * 60 }] } }] });

    expect(before?.toMs).toBe(181 * hour);
    expect((await estimates.for(raised))?.toMs).toBe(8 * hour);
  });

  it('keeps nobody waiting: what comes too late is there for the next', async () => {
    let answer: (tickets: PastTickets) => void = () => {};
    const slow = new Promise<PastTickets>((resolve) => {
      answer = resolve;
    });
    const { estimates, questions } = asked(() => slow, { patienceMs: 1 });

    expect(await estimates.for(raised)).toBeUndefined();
    answer(past(30));
    await slow;

    expect(await estimates.for(raised)).toMatchObject({ tickets: 30 });
    expect(questions).toHaveLength(1);
  });

  it('is none when the store fails, which the log tells; the next ticket asks again', async () => {
    let isDown = true;
    const { estimates, warnings } = asked(async () => {
      if (isDown) throw new Error('no server');
      return past(30);
    });

    expect(await estimates.for(raised)).toBeUndefined();
    expect(warnings).toEqual(['no estimate for a new ticket']);
    isDown = false;
    expect(await estimates.for(raised)).toBeDefined();
  });
});
