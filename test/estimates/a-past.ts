import type { PastTicket } from '../../src/estimates/backtest.ts';
import { timekeepingFor } from '../../src/estimates/timekeeping.ts';
import { aConfig } from '../kit/a-config.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
export const start = new Date('2025-01-01T00:00:00Z');

/** Numbers that look random and are the same every time, at least 0 and below 1. (Mulberry32, public domain.) */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A ticket of the VPN that was raised an hour after the start and took an hour, unless told otherwise. */
export function aPastTicket(facts: PastFacts = {}): PastTicket {
  const openedAt = facts.openedAt ?? new Date(start.getTime() + hour);
  const resolvedAt = 'resolvedAt' in facts ? facts.resolvedAt : new Date(openedAt.getTime() + hour);
  const { kind = 'incident', priority = 'P3', service = 'vpn', team = 'it', confidential = false } = facts;
  const now = { kind, priority, service, team };
  const ended = resolvedAt ? { resolvedAt } : {};
  return { ...now, confidential, openedAt, ...ended, asRaised: { ...now, requester: 'dana', groups: [] } };
}

type PastFacts = Partial<Omit<PastTicket, 'asRaised' | 'resolvedAt'>> & {
  /** `undefined` leaves it open. */
  readonly resolvedAt?: Date | undefined;
};

interface Past {
  readonly seed: number;
  readonly perDay: number;
  readonly days: number;
  /** @param part of the days that have passed, 0 to 1 */
  readonly takesMs: (chance: () => number, part: number) => number;
}

/** Tickets that come at random and take what they take. */
export function aPast({ seed, perDay, days, takesMs }: Past): readonly PastTicket[] {
  const chance = seeded(seed);
  const tickets: PastTicket[] = [];
  for (let at = 0; at < days; at += -Math.log(1 - chance()) / perDay) {
    const openedAt = new Date(start.getTime() + at * day);
    tickets.push(aPastTicket({ openedAt, resolvedAt: new Date(openedAt.getTime() + takesMs(chance, at / days)) }));
  }
  return tickets;
}

/** Log-normal: many quick ones, a few very long. */
export function logNormal(chance: () => number, medianMs: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return medianMs * Math.exp(sigma * normal);
}

export const aroundTheClock = timekeepingFor({ ...aConfig(), serviceLevels: [] }, { ...aPastTicket().asRaised });
