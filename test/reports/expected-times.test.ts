import { describe, expect, it } from '@jest/globals';
import { agents } from '../../src/reports/agents.ts';
import { compareWithin, studentT, type Work } from '../../src/reports/expected-times.ts';
import type { ReportSource } from '../../src/reports/report-source.ts';

const hourMs = 3_600_000;

function works(agent: string, mix: string, hours: readonly number[]): Work[] {
  return hours.map((hour) => ({ agent, mix, ms: hour * hourMs }));
}

/** Numbers that are spread as chance would, the same in every run (a linear congruential generator). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return (state + 0.5) / 2 ** 32;
  };
}

/** Skewed times around a typical one: the logarithm lies normally (Box and Muller). */
function skewed(next: () => number, typicalHours: number, count: number): number[] {
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
    return typicalHours * Math.exp(normal);
  });
}

const spread = [1, 2, 4, 1, 2, 4, 1, 2, 4, 2];

describe('an agent’s times beside what is expected', () => {
  it('are those of the same mix, so that hard work is no fault', () => {
    // Ben does the hard work alone with Eve, Cem the easy work: each as fast as the others in their mix.
    const found = compareWithin([
      ...works(
        'ben',
        'hard',
        spread.map((hour) => hour * 10),
      ),
      ...works(
        'eve',
        'hard',
        spread.map((hour) => hour * 10),
      ),
      ...works('cem', 'easy', spread),
      ...works('eve', 'easy', spread),
    ]);

    expect(found.get('ben')?.found?.ratio).toBeCloseTo(1, 6);
    expect(found.get('cem')?.found?.ratio).toBeCloseTo(1, 6);
    expect(found.get('ben')?.found?.actualMs).toBeCloseTo(20 * hourMs, -3);
  });

  it('are the others’ alone: nobody is measured by themselves', () => {
    const found = compareWithin([
      ...works(
        'ben',
        'a',
        spread.map((hour) => hour * 3),
      ),
      ...works('cem', 'a', spread),
    ]);

    expect(found.get('ben')?.found?.ratio).toBeCloseTo(3, 6);
    expect(found.get('cem')?.found?.ratio).toBeCloseTo(1 / 3, 6);
  });

  it('weigh each mix by the agent’s own tickets', () => {
    const found = compareWithin([
      ...works('ben', 'a', Array(8).fill(2)),
      ...works('ben', 'b', Array(2).fill(16)),
      ...works('cem', 'a', Array(5).fill(2)),
      ...works('cem', 'b', Array(5).fill(1)),
    ]);

    // Eight as expected, two sixteen times as long: 16^(2/10).
    expect(found.get('ben')?.found?.ratio).toBeCloseTo(16 ** 0.2, 6);
    expect(found.get('ben')?.found?.expectedMs).toBeCloseTo(2 ** 0.8 * hourMs, 0);
  });

  it('are not told of fewer than ten tickets, nor of a mix that nobody else knows', () => {
    const found = compareWithin([
      ...works('ben', 'a', spread.slice(0, 9)),
      ...works('cem', 'a', spread),
      ...works('cem', 'alone', spread),
      ...works('eve', 'alone', spread.slice(0, 4)),
    ]);

    expect(found.get('ben')).toEqual({ tickets: 9, compared: 9 });
    expect(found.get('cem')).toMatchObject({ tickets: 20, compared: 10 });
    expect(found.get('eve')).toEqual({ tickets: 4, compared: 4 });
  });

  it('stand what takes no time, and an interval of no width', () => {
    const found = compareWithin([...works('ben', 'a', Array(10).fill(0)), ...works('cem', 'a', Array(10).fill(0))]);

    const { low, ratio, high } = found.get('ben')?.found ?? { low: 0, ratio: 0, high: 0 };
    for (const value of [low, ratio, high]) expect(value).toBeCloseTo(1, 5);
  });

  it('lie within their interval in about 95 of 100 desks in which everybody is alike', () => {
    const next = chance(20_260_302);
    const desks = 1000;
    let right = 0;
    for (let desk = 0; desk < desks; desk += 1) {
      const found = compareWithin([
        ...works('ben', 'a', skewed(next, 2, 6)),
        ...works('ben', 'b', skewed(next, 9, 6)),
        ...works('cem', 'a', skewed(next, 2, 12)),
        ...works('eve', 'b', skewed(next, 9, 25)),
      ]).get('ben')?.found;
      if (found && found.low <= 1 && found.high >= 1) right += 1;
    }

    expect(right / desks).toBeGreaterThan(0.93);
    expect(right / desks).toBeLessThan(0.975);
  });

  it('are held to Student’s distribution', () => {
    // From its tables.
    expect(studentT(9)).toBeCloseTo(2.262, 3);
    expect(studentT(30)).toBeCloseTo(2.042, 3);
    expect(studentT(1e6)).toBeCloseTo(1.96, 3);
  });
});

describe('the report on agents', () => {
  const resolved = (assignee: string, hours: number) => ({
    ...{ _id: 'INC-1', confidential: false, assignee, priority: 'P3', service: 'vpn' },
    openedAt: new Date('2026-03-02T00:00Z'),
    resolvedAt: new Date(Date.parse('2026-03-02T00:00Z') + hours * hourMs),
  });
  const tickets = [
    ...spread.map((hours) => resolved('zoe@example.com', hours)),
    ...spread.map((hours) => resolved('ben@example.com', hours * 30)),
    // On working time, which is not held against the clock on the wall.
    ...spread.map((hours) => ({
      ...resolved('ben@example.com', hours),
      sla: { resolve: { state: 'met', elapsedMs: hours } },
    })),
  ];
  const source: ReportSource = {
    async *tickets<Row extends object>() {
      yield* tickets as unknown as Row[];
    },
    async *surveys() {},
    async *questions() {},
    async *articles() {},
    async *modelCalls() {},
  };
  const request = {
    ...{ period: { since: '2026-03-01', until: '2026-03-31' }, timeZone: 'UTC', withTickets: false },
    now: new Date('2026-04-01T00:00Z'),
  };

  it('is in the order of the alphabet, whoever is faster', async () => {
    const { rows } = await agents.run(source, request);

    expect(rows.map(({ cells }) => [cells.agent, cells.tickets, cells.compared, cells.reading])).toEqual([
      ['ben@example.com', 20, 10, 'longer than expected'],
      ['zoe@example.com', 10, 10, 'shorter than expected'],
    ]);
    expect(rows[0]?.cells.differencePercent).toBeCloseTo(2900, 3);
  });

  it('tells one agent theirs alone', async () => {
    const { rows } = await agents.run(source, { ...request, agent: 'zoe@example.com' });

    expect(rows.map(({ cells }) => cells.agent)).toEqual(['zoe@example.com']);
  });

  it('has no picture of people side by side', () => {
    expect(agents.chart).toBeUndefined();
  });
});
