import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tenantWindows, threadWindows } from '../../../adapters/teams/options.ts';
import { Pace } from '../../../adapters/teams/pace.ts';
import { Windows } from '../../../adapters/teams/windows.ts';

/** Says one thing after the other, each as early as the windows let it; gives the instants. */
function spoken(count: number, pausesMs: readonly number[] = []): number[] {
  const windows = new Windows(threadWindows);
  let nowMs = 0;
  return Array.from({ length: count }, (_, at) => {
    nowMs += pausesMs[at % Math.max(1, pausesMs.length)] ?? 0;
    nowMs += windows.waitMs(nowMs);
    windows.take(nowMs);
    return nowMs;
  });
}

const mostWithin = (instants: readonly number[], withinMs: number): number =>
  Math.max(...instants.map((from) => instants.filter((each) => each >= from && each < from + withinMs).length));

describe('the windows of a thread', () => {
  it('let seven through at once', () => {
    expect(spoken(7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(spoken(8)[7]).toBeGreaterThan(1000);
  });

  it('are all kept, whenever something is said', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1500), { minLength: 1, maxLength: 20 }), (pauses) => {
        const instants = spoken(150, pauses);
        for (const { most, withinMs } of threadWindows)
          expect(mostWithin(instants, withinMs)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 30 },
    );
  });

  it('let sixty through in half a minute, and hold back the next', () => {
    const instants = spoken(61);

    expect(instants[59]).toBeLessThan(30_000);
    expect(instants[60]).toBeGreaterThan(30_000);
  });

  it('hold the hour, too', () => {
    const instants = spoken(1801);

    expect(instants[1800]).toBeGreaterThan(3_600_000);
  });

  it('count a call from its answer on, however long it was under way', () => {
    const windows = new Windows([{ most: 2, withinMs: 1000 }]);
    const [first, second] = [windows.take(0), windows.take(10)];
    first(400);
    expect(windows.waitMs(410)).toBeGreaterThan(600);
    second(900);

    expect(windows.waitMs(1300)).toBeGreaterThan(100);
    expect(windows.waitMs(1431)).toBe(0);
  });

  it('are empty once nothing counts any more', () => {
    const windows = new Windows([{ most: 1, withinMs: 100 }]);
    windows.take(0);

    expect([windows.isEmpty(50), windows.isEmpty(200)]).toEqual([false, true]);
  });
});

describe('the pace of a tenant', () => {
  const ever = new AbortController().signal;

  it('is kept over all of its threads', async () => {
    const pace = new Pace(threadWindows, [{ most: 3, withinMs: 60 }]);
    const startedAt = performance.now();

    await Promise.all(['a', 'b', 'c', 'd'].map((thread) => pace.take('t', thread, ever)));

    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(60);
  });

  it('leaves other tenants alone', async () => {
    const pace = new Pace(threadWindows, [{ most: 1, withinMs: 60_000 }]);

    await Promise.all([pace.take('t', 'a', ever), pace.take('u', 'a2', ever)]);

    expect(tenantWindows).toEqual([{ most: 50, withinMs: 1000 }]);
  });

  it('ends its waiting when the desk stops', async () => {
    const pace = new Pace([{ most: 1, withinMs: 60_000 }], tenantWindows);
    const halt = new AbortController();
    await pace.take('t', 'a', halt.signal);
    const waiting = pace.take('t', 'a', halt.signal);

    halt.abort();

    await waiting;
    expect(halt.signal.aborted).toBe(true);
  });
});
