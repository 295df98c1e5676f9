import { expect, it } from '@jest/globals';
import type { AskedReports } from './asked-reports.ts';

/** How many, and which share of them. */
export function countsContract({ ask, cells }: AskedReports): void {
  it('count what was opened each day, also on days without', async () => {
    expect(await cells('opened')).toEqual([
      { day: '2026-03-02', tickets: 2, P1: 0, P2: 2, P3: 0, P4: 0 },
      { day: '2026-03-03', tickets: 1, P1: 0, P2: 0, P3: 1, P4: 0 },
      { day: '2026-03-04', tickets: 1, P1: 1, P2: 0, P3: 0, P4: 0 },
      { day: '2026-03-05', tickets: 1, P1: 0, P2: 0, P3: 1, P4: 0 },
      { day: '2026-03-06', tickets: 1, P1: 0, P2: 0, P3: 0, P4: 1 },
      { day: '2026-03-07', tickets: 0, P1: 0, P2: 0, P3: 0, P4: 0 },
      { day: '2026-03-08', tickets: 0, P1: 0, P2: 0, P3: 0, P4: 0 },
    ]);
  });

  it('count what was resolved each day, a reopened ticket by its last resolution', async () => {
    const byDay = (await cells('resolved')).map(({ day, tickets }) => [day, tickets]);

    expect(byDay.filter(([, tickets]) => tickets !== 0)).toEqual([
      ['2026-03-02', 2],
      ['2026-03-04', 1],
      ['2026-03-05', 1],
      ['2026-03-07', 1],
    ]);
  });

  it('tell which targets were met, and count what is late and open as not met', async () => {
    const rows = await cells('sla');
    const of = (target: string, group: string, value: string | null = null) =>
      rows.find((row) => row.target === target && row.group === group && row.value === value);

    expect(of('respond', 'all')).toMatchObject({ met: 3, missed: 1, breached: 1, metPercent: 60, underWay: 0 });
    expect(of('resolve', 'all')).toMatchObject({ met: 3, missed: 1, breached: 0, metPercent: 75, underWay: 1 });
    expect(of('respond', 'priority', 'P1')).toMatchObject({ met: 0, breached: 1, metPercent: 0 });
    expect(of('update', 'all')).toMatchObject({ met: 0, missed: 0, breached: 0, metPercent: null });
  });

  it('tell how many came back, and how often tickets were handed on', async () => {
    expect((await cells('reopened'))[0]).toEqual({
      ...{ group: 'all', value: null, resolved: 4, reopened: 1, reopenedPercent: 25, reopenings: 1 },
    });
    expect((await cells('reassigned'))[0]).toEqual({
      ...{ group: 'all', value: null, tickets: 6, reassigned: 1, reassignedPercent: 100 / 6 },
      ...{ handOvers: 1, handOversPerTicket: 1 / 6 },
    });
  });

  it('take for first contact only what one agent solved without asking back', async () => {
    const rows = await cells('first-contact');

    // INC-2 waited for Max, INC-3 went through two hands and came back.
    expect(rows[0]).toMatchObject({ resolved: 5, firstContact: 3, firstContactPercent: 60 });
    expect(rows).toContainEqual(expect.objectContaining({ value: 'email', resolved: 1, firstContact: 0 }));
  });

  it('tell how satisfied people are, and hide what an anonymous answer could be found by', async () => {
    const rows = await cells('satisfaction');

    expect(rows[0]).toEqual({
      ...{
        group: 'all',
        value: null,
        asked: 10,
        answered: 8,
        responsePercent: 80,
        meanScore: 4,
        satisfiedPercent: 75,
      },
      ...{ score1: 0, score2: 1, score3: 1, score4: 3, score5: 3 },
    });
    expect(rows.filter(({ group }) => group === 'team')).toEqual([
      expect.objectContaining({
        value: 'hr',
        asked: 2,
        answered: 2,
        responsePercent: 100,
        meanScore: null,
        score5: null,
      }),
      // Of five answers, but with them and the sum one could tell HR's.
      expect.objectContaining({ value: 'it', answered: 6, meanScore: null, satisfiedPercent: null }),
    ]);
  });

  it('tell which promises were kept', async () => {
    const rows = await cells('promises');

    expect(rows[0]).toEqual({
      ...{ group: 'all', value: null, made: 4, kept: 1, missed: 1, keptPercent: 50, dropped: 1, open: 1 },
    });
    expect(rows).toContainEqual(expect.objectContaining({ value: 'network', made: 2, keptPercent: 0 }));
  });

  it('list services by how often they are asked for, beside the time before, ties by name', async () => {
    // The fifteen days before the 2nd: INC-7.
    const period = { since: '2026-03-02', until: '2026-03-16' };

    expect(await cells('services', { period })).toEqual([
      { service: 'vpn', tickets: 3, sharePercent: 300 / 7, ticketsBefore: 1, changePercent: 200 },
      { service: 'email', tickets: 1, sharePercent: 100 / 7, ticketsBefore: 0, changePercent: null },
      { service: 'payroll', tickets: 1, sharePercent: 100 / 7, ticketsBefore: 0, changePercent: null },
      { service: 'wifi', tickets: 1, sharePercent: 100 / 7, ticketsBefore: 0, changePercent: null },
      { service: null, tickets: 1, sharePercent: 100 / 7, ticketsBefore: 0, changePercent: null },
    ]);
  });

  it('find titles that come again, and neither name nor count a confidential one among them', async () => {
    const table = await ask('recurring', { withTickets: true });

    expect(table.rows).toEqual([
      {
        cells: {
          ...{ title: 'VPN is down', service: 'vpn', tickets: 2, requesters: 2, trendPercent: -100 },
          ...{ firstDay: '2026-03-02', lastDay: '2026-03-02', keys: 'INC-2, INC-1' },
        },
        behind: { tickets: { keys: ['INC-1', 'INC-2'], unnamed: 0 } },
      },
    ]);
    expect(table.note).toMatch(/1 confidential ticket is left out/);
  });

  it('tell when tickets come where the clocks are not whole hours from universal time', async () => {
    const rows = await cells('load', { timeZone: 'Asia/Kathmandu' });

    // INC-1 came at 08:00 of universal time, INC-4 late on Wednesday in Berlin.
    expect(rows[13]).toMatchObject({ hour: '13:00', mon: 1, tickets: 1 });
    expect(rows[4]).toMatchObject({ hour: '04:00', thu: 1, tickets: 1 });
  });

  it('tell when tickets come, by the clocks of the desk', async () => {
    const rows = await cells('load');

    expect(rows).toHaveLength(24);
    expect(rows.filter(({ tickets }) => tickets !== 0).map(({ hour, ...row }) => [hour, presentIn(row)])).toEqual([
      ['07:00', { fri: 1, tickets: 1 }],
      ['08:00', { tue: 1, tickets: 1 }],
      ['09:00', { mon: 1, tickets: 1 }],
      ['10:00', { mon: 1, tickets: 1 }],
      ['12:00', { thu: 1, tickets: 1 }],
      ['23:00', { wed: 1, tickets: 1 }],
    ]);
  });
}

function presentIn(row: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(row).filter(([, count]) => count !== 0));
}
