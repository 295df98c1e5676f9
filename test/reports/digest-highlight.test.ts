import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NamedTicket } from '../../src/reports/digest-content.ts';
import { chanceOfAtLeast, type HighlightFacts, highlightOf } from '../../src/reports/digest-highlight.ts';
import type { TicketSla } from '../../src/tickets/ticket.ts';

const now = new Date('2026-11-24T07:30:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

function ticket(key: string, facts: Partial<NamedTicket> = {}): NamedTicket {
  return { key, title: 'VPN is down', priority: 'P3', team: 'it', ...facts };
}

function late(key: string, since: number, facts: Partial<NamedTicket> = {}, policy = 'standard') {
  const resolve = { policy, state: 'breached', targetMs: 1, elapsedMs: 2, breachedAt: hours(since) } as const;
  const sla: TicketSla = { resolve, next: { target: 'resolve', dueAt: hours(since) } };
  return { ...ticket(key, facts), sla };
}

const nothing: HighlightFacts = { now, overdue: [], services: [] };
const dueNext = { ...ticket('INC-9'), dueAt: hours(3) };
const unclaimed = { ...ticket('INC-8'), openedAt: hours(-30) };
const surge = { service: 'vpn', opened: 9, usual: 1 };
const fall = { satisfaction: { mean: 3.1, answers: 6 }, satisfactionBefore: { mean: 4.4, answers: 40 } };

describe('the one thing to look at', () => {
  it('is nothing when nothing stands out', () => {
    expect(highlightOf(nothing)).toBeUndefined();
  });

  it('is the P1 that has been overdue the longest, whatever else there is', () => {
    const overdue = [late('INC-1', -50), late('INC-2', -1, { priority: 'P1' }), late('INC-3', -4, { priority: 'P1' })];

    expect(highlightOf({ ...nothing, overdue, dueNext, unclaimed, services: [surge], ...fall })).toEqual({
      kind: 'overdueP1',
      ticket: ticket('INC-3', { priority: 'P1' }),
      since: hours(-4),
    });
  });

  it('is the service level that the most tickets are past, from three on', () => {
    const two = [late('INC-1', -1), late('INC-2', -2), late('INC-3', -3, {}, 'gold')];

    expect(highlightOf({ ...nothing, overdue: two })?.kind).toBe('overdue');
    expect(highlightOf({ ...nothing, overdue: [...two, late('INC-4', -1)] })).toEqual({
      kind: 'agreement',
      level: 'standard',
      tickets: 3,
    });
  });

  it('is the ticket that has been overdue the longest', () => {
    expect(highlightOf({ ...nothing, overdue: [late('INC-1', -1), late('INC-2', -9)], unclaimed })).toMatchObject({
      kind: 'overdue',
      ticket: { key: 'INC-2' },
      since: hours(-9),
    });
  });

  it('is a ticket that came due since its last change', () => {
    const resolve = { policy: 'standard', state: 'running', targetMs: 1, elapsedMs: 0, dueAt: hours(-2) } as const;
    const sla: TicketSla = { resolve, next: { target: 'resolve', dueAt: hours(-2) } };

    expect(highlightOf({ ...nothing, overdue: [{ ...ticket('INC-1'), sla }] })).toMatchObject({ since: hours(-2) });
  });

  it('is the oldest unclaimed ticket, once it is a day old', () => {
    expect(highlightOf({ ...nothing, unclaimed, services: [surge] })).toMatchObject({ kind: 'unclaimed' });
    expect(highlightOf({ ...nothing, unclaimed: { ...unclaimed, openedAt: hours(-24) }, dueNext })).toMatchObject({
      kind: 'dueNext',
    });
  });

  it('is a service with far more tickets than usual: fewer than one day in a thousand is like that', () => {
    const quiet = { service: 'email', opened: 30, usual: 28 };
    const small = { service: 'wifi', opened: 4, usual: 0 };

    expect(highlightOf({ ...nothing, services: [quiet, surge, small], ...fall })).toEqual({ kind: 'surge', ...surge });
    expect(highlightOf({ ...nothing, services: [quiet, small], dueNext })?.kind).toBe('dueNext');
  });

  it('is satisfaction that fell by half a point, when enough have answered', () => {
    expect(highlightOf({ ...nothing, ...fall, dueNext })).toEqual({
      kind: 'satisfaction',
      mean: 3.1,
      answers: 6,
      earlier: 4.4,
    });
    expect(highlightOf({ ...nothing, ...fall, satisfaction: { mean: 1, answers: 4 } })).toBeUndefined();
    expect(highlightOf({ ...nothing, ...fall, satisfaction: { mean: 4, answers: 6 } })).toBeUndefined();
  });

  it('is what is due next when nothing is late', () => {
    expect(highlightOf({ ...nothing, dueNext })).toEqual({ kind: 'dueNext', ticket: ticket('INC-9'), dueAt: hours(3) });
  });
});

describe('the chance of so many or more', () => {
  it('is what tables of Poisson’s distribution say', () => {
    expect(chanceOfAtLeast(0, 3)).toBe(1);
    expect(chanceOfAtLeast(1, 1)).toBeCloseTo(0.632121, 6);
    expect(chanceOfAtLeast(3, 2)).toBeCloseTo(0.323324, 6);
    expect(chanceOfAtLeast(10, 4)).toBeCloseTo(0.008132, 6);
    expect(chanceOfAtLeast(5, 0)).toBe(0);
  });

  it('falls with the count, grows with what is usual, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.double({ min: 0, max: 150, noNaN: true }), (count, usual) => {
        const chance = chanceOfAtLeast(count, usual);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceOfAtLeast(count + 1, usual)).toBeLessThanOrEqual(chance + 1e-12);
        expect(chanceOfAtLeast(count, usual + 1)).toBeGreaterThanOrEqual(chance - 1e-12);
      }),
    );
  });
});
