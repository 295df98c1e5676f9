import { expect, it } from '@jest/globals';
import { berlin, minutes } from './a-counted-desk.ts';
import type { AskedReports } from './asked-reports.ts';

/** How old, how long, and who. */
export function timesContract({ cells }: AskedReports): void {
  it('tell what was open at the end, how old it was, and how it came to that', async () => {
    const rows = await cells('backlog');
    const old = berlin('03-09 00:00').getTime() - berlin('02-01 12:00').getTime();
    const young = minutes(96.5 * 60);

    expect(rows.slice(0, 6).map(({ group, value, tickets }) => [group, value, tickets])).toEqual([
      ['all', null, 2],
      ['age', 'under 1 day', 0],
      ['age', '1 to 3 days', 0],
      ['age', '3 to 7 days', 1],
      ['age', '7 to 30 days', 0],
      ['age', '30 days and more', 1],
    ]);
    expect(rows[0]).toEqual({
      ...{ group: 'all', value: null, tickets: 2, oldestDay: '2026-02-01' },
      medianAgeMs: (old + young) / 2,
      p90AgeMs: young + (old - young) * 0.9,
      meanAgeMs: (old + young) / 2,
    });
    expect(rows).toContainEqual(expect.objectContaining({ group: 'team', value: 'network', meanAgeMs: young }));
    expect(rows.filter(({ group }) => group === 'day').map(({ tickets }) => tickets)).toEqual([2, 3, 3, 3, 3, 2, 2]);
  });

  it('tell how long first responses took, and who still waits', async () => {
    const rows = await cells('response-times');

    expect(rows[0]).toEqual({
      ...{ group: 'all', value: null, tickets: 4, notYet: 1, workingTickets: 4 },
      ...{ elapsedMedianMs: minutes(60), elapsedP90Ms: minutes(195), elapsedMeanMs: minutes(92.5) },
      ...{ workingMedianMs: minutes(60), workingP90Ms: minutes(195), workingMeanMs: minutes(92.5) },
    });
    expect(rows).toContainEqual({
      ...{ group: 'priority', value: 'P1', tickets: 0, notYet: 1, workingTickets: 0 },
      ...{ elapsedMedianMs: null, elapsedP90Ms: null, elapsedMeanMs: null },
      ...{ workingMedianMs: null, workingP90Ms: null, workingMeanMs: null },
    });
  });

  it('tell how long resolutions took, by the clock and by the calendar', async () => {
    const rows = await cells('resolution-times');

    expect(rows.map(({ group, value, tickets }) => `${group} ${value} ${tickets}`)).toEqual([
      'all null 5',
      ...['priority P2 3', 'priority P3 2'],
      ...['service email 1', 'service payroll 1', 'service vpn 3'],
      ...['team hr 1', 'team it 4'],
    ]);
    expect(rows[0]).toMatchObject({
      elapsedMedianMs: minutes(4 * 60),
      elapsedP90Ms: minutes(36 * 60 + (361 - 36) * 60 * 0.6),
      workingTickets: 4,
      workingMedianMs: minutes(120),
    });
  });

  it('tell how tickets went from state to state, and how long they stayed', async () => {
    const rows = await cells('flow');
    const stayed = (from: string, to: string) => rows.find((row) => row.from === from && row.to === to);

    expect(rows.map(({ from, to, moves, tickets }) => `${from} ${to} ${moves} ${tickets}`)).toEqual([
      'new in_progress 4 4',
      'new cancelled 1 1',
      'in_progress on_hold 1 1',
      'in_progress resolved 5 4',
      'on_hold in_progress 1 1',
      'resolved in_progress 1 1',
    ]);
    expect(stayed('new', 'in_progress')).toMatchObject({ medianStayMs: minutes(10), meanStayMs: minutes(13.75) });
    expect(stayed('on_hold', 'in_progress')).toMatchObject({ medianStayMs: minutes(120) });
    expect(stayed('resolved', 'in_progress')).toMatchObject({ meanStayMs: minutes(60) });
  });

  it('list agents by name, and say that a few tickets tell nothing', async () => {
    const rows = await cells('agents');

    expect(rows.map(({ agent, tickets, reading }) => [agent, tickets, reading])).toEqual([
      ['ben@example.com', 3, 'too few'],
      ['cem@example.com', 1, 'too few'],
      ['hana@example.com', 1, 'too few'],
    ]);
    expect(await cells('agents', { agent: 'nia@example.com' })).toEqual([
      expect.objectContaining({ agent: 'nia@example.com', tickets: 0, actualMs: null, reading: 'too few' }),
    ]);
  });
}
