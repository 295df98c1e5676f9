import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Backtest, backtest, type PastTicket } from '../../src/estimates/backtest.ts';
import { atMost } from '../../src/estimates/binomial.ts';
import type { Priority } from '../../src/tickets/ticket.ts';
import { aPast, aPastTicket, aroundTheClock, day, hour, logNormal, start } from './a-past.ts';

const later = (ms: number) => new Date(start.getTime() + ms);

function tested(tickets: readonly PastTicket[], since = start): Backtest {
  return backtest({ tickets, since, now: later(900 * day), timekeepingFor: () => aroundTheClock });
}

/**
 * So few inside would come by chance once in a thousand times, if 80 % were what is to be expected. The misses of an
 * estimate that always learns from what came before are independent of each other (V. Vovk, _On-line confidence machines
 * are well-calibrated_, 2002), so the binomial distribution is the exact measure.
 */
function expectToHold({ all }: Backtest): void {
  expect(atMost(all.inside, all.tickets, 0.8)).toBeGreaterThan(0.001);
}

const pasts = {
  'that are alike': (chance) => hour * (1 + 9 * chance()),
  'of which some take very long': (chance) => logNormal(chance, 6 * hour, 1.5),
  'without a mean at all': (chance) => hour / (1 - chance()),
  'that are all the same': () => 2 * hour,
  'of two sorts, quick and slow': (chance) => (chance() < 0.7 ? 0.2 : 40) * hour * (0.5 + chance()),
  'that take twice as long at the end': (chance, part) => logNormal(chance, 4 * hour * 2 ** part, 1),
  'that take a quarter at the end': (chance, part) => logNormal(chance, 8 * hour * 4 ** -part, 1),
  'that take longer and less by turns': (chance, part) =>
    logNormal(chance, 6 * hour * Math.exp(Math.sin(12 * part)), 1),
} satisfies Record<string, Parameters<typeof aPast>[0]['takesMs']>;

describe('a backtest of estimates', () => {
  it.each(Object.entries(pasts))('finds that 80 % hold for tickets %s', (_, takesMs) => {
    for (const perDay of [1, 8]) {
      const outcome = tested(aPast({ seed: perDay, perDay, days: 600, takesMs }));

      expect(outcome.all.tickets).toBeGreaterThan(400);
      expectToHold(outcome);
    }
  });

  it('finds that a narrower estimate would not hold', () => {
    const { all } = tested(aPast({ seed: 5, perDay: 8, days: 600, takesMs: pasts['of which some take very long'] }));

    expect(atMost(all.inside, all.tickets, 0.9)).toBeLessThan(0.001);
  });

  it('says nothing while only what is quick can have been resolved', () => {
    const takesMs = pasts['of which some take very long'];
    const young = tested(aPast({ seed: 3, perDay: 60, days: 30, takesMs }));

    expect(young.withoutEstimate).toBeGreaterThan(300);
    expect(young.all.tickets).toBeGreaterThan(300);
    expectToHold(young);
  });

  it('learns nothing from what was resolved after a ticket was raised', () => {
    const known = Array.from({ length: 30 }, (_, n) => aPastTicket({ openedAt: later(n * hour) }));
    const next = aPastTicket({ openedAt: later(31 * hour) });
    const tooEarly = aPastTicket({ openedAt: later(29.5 * hour), resolvedAt: later(80 * hour) });

    const { all, withoutEstimate } = tested([next, tooEarly, ...known]);

    expect(all).toEqual({ tickets: 1, sooner: 0, inside: 1, later: 0, meanWidthMs: 0 });
    expect(withoutEstimate).toBe(31);
  });

  it('takes the tickets of the service, else of the team, else of the priority, and keeps what is confidential apart', () => {
    const past = (facts: Parameters<typeof aPastTicket>[0], count: number, takes: number) =>
      Array.from({ length: count }, (_, n) => {
        const openedAt = later(n * hour);
        return aPastTicket({ ...facts, openedAt, resolvedAt: new Date(openedAt.getTime() + takes * hour) });
      });
    const at = { openedAt: later(100 * hour), resolvedAt: later(102 * hour) };
    const outcome = tested(
      [
        ...past({ service: 'vpn' }, 30, 2),
        ...past({ service: 'payroll', team: 'hr', confidential: true }, 40, 1),
        aPastTicket({ ...at, service: 'vpn' }),
        aPastTicket({ ...at, service: 'email' }),
        aPastTicket({ ...at, service: 'wifi', team: 'network' }),
        aPastTicket({ ...at, service: 'payroll', team: 'hr' }),
        aPastTicket({ ...at, service: 'onboarding', team: 'hr' }),
        aPastTicket({ ...at, priority: 'P1' }),
      ],
      later(90 * hour),
    );

    const said = outcome.groups.map(({ like, tally }) => [like, tally.tickets, tally.inside, tally.later]);
    const rest = { kind: 'incident', priority: 'P3' };
    expect(said).toEqual([
      [rest, 2, 2, 0],
      [{ ...rest, service: 'vpn' }, 1, 1, 0],
      [{ ...rest, team: 'it' }, 1, 1, 0],
      [{ ...rest, service: 'payroll' }, 1, 0, 1],
    ]);
    expect(outcome.withoutEstimate).toBe(1);
  });

  it('tells how many that are open have outlived theirs', () => {
    const known = Array.from({ length: 40 }, (_, n) => aPastTicket({ openedAt: later(n * hour) }));
    const open = aPastTicket({ openedAt: later(50 * hour), resolvedAt: undefined });

    expect(tested([...known, open]).overdue).toBe(1);
    expect(tested(known).overdue).toBe(0);
  });
});

const file = new URL('../../../shared/data/itsm-tickets.csv', import.meta.url);
const isHere = existsSync(file);
if (!isHere) console.warn(`Not tested with tickets of a service desk: ${file.pathname} is not there.`);
const withTickets = isHere ? describe : describe.skip;

withTickets("a year and a half of a service desk's tickets", () => {
  const rows: readonly Record<string, string>[] = isHere ? parse(readFileSync(file), { columns: true }) : [];
  const instant = (text = '') => new Date(`${text.slice(0, 23).replace(' ', 'T')}Z`);
  const tickets = rows
    .filter(({ closed_at }) => closed_at)
    .map(({ priority = '', category = '', created_at, closed_at }) =>
      aPastTicket({
        priority: priority as Priority,
        service: category,
        openedAt: instant(created_at),
        resolvedAt: instant(closed_at),
      }),
    );

  it('take as long as the estimates said in 80 % of all cases, overall and in every large group', () => {
    const outcome = tested(tickets);

    expect(outcome.all.tickets).toBeGreaterThan(1000);
    expectToHold(outcome);
    for (const { tally } of outcome.groups) expectToHold({ ...outcome, all: tally });
  });
});
