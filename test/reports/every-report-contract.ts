import { beforeAll, expect, it } from '@jest/globals';
import type { Behind, ReportTable } from '../../src/reports/report.ts';
import { reports } from '../../src/reports/reports.ts';
import { berlin } from './a-counted-desk.ts';
import type { AskedReports } from './asked-reports.ts';

/** What holds for each report, whatever it tells. */
export function everyReportContract({ ask }: AskedReports): void {
  it.each(reports.map((report) => [report.name]))(
    'give the same figures with their tickets listed: %s',
    async (report) => {
      const [without, listed] = [await ask(report), await ask(report, { withTickets: true })];

      expect(listed.rows.map((row) => row.cells)).toEqual(without.rows.map((row) => row.cells));
      for (const [figure, behind] of figuresIn(listed)) {
        if (!sums.has(figure.column))
          expect([figure, behind.keys.length + behind.unnamed]).toEqual([figure, figure.count]);
        expect(behind.keys).not.toContain('INC-5');
      }
      expect(JSON.stringify(listed.rows)).not.toMatch(/INC-5/);
    },
  );

  it.each(['response-times', 'resolution-times', 'sla', 'reopened', 'reassigned', 'first-contact', 'promises'])(
    'add up to the whole, by priority, service and team: %s',
    async (report) => {
      const { rows, columns } = await ask(report);
      const counts = columns.filter(({ kind }) => kind === 'count');
      const sumOf = (target: unknown, group: string, column: string) =>
        rows
          .filter(({ cells }) => cells.target === target && cells.group === group)
          .reduce((sum, { cells }) => sum + Number(cells[column]), 0);

      for (const { id } of counts)
        for (const target of new Set(rows.map(({ cells }) => cells.target)))
          expect(['priority', 'service', 'team'].map((group) => [id, target, sumOf(target, group, id)])).toEqual(
            Array(3).fill([id, target, sumOf(target, 'all', id)]),
          );
    },
  );

  it.each(reports.map((report) => [report.name]))('fill every column in every row: %s', async (report) => {
    const { columns, rows } = await ask(report);

    expect(new Set(rows.flatMap(({ cells }) => columns.filter(({ id }) => cells[id] === undefined)))).toEqual(
      new Set(),
    );
  });

  it.each(reports.filter(({ chart }) => chart).map((report) => [report.name, report] as const))(
    'draw a value for every place of the axis: %s',
    async (name, report) => {
      const { categories, series } = report.chart?.(await ask(name)) ?? { categories: [], series: [] };

      expect(categories.length).toBeGreaterThan(0);
      expect(series.length).toBeLessThanOrEqual(8);
      expect(series.map(({ values }) => values.length)).toEqual(series.map(() => categories.length));
      expect(series.flatMap(({ values }) => values).filter((value) => (value ?? 0) > 0)).not.toEqual([]);
    },
  );

  it.each(reports.map((report) => [report.name]))('tell of an empty period that it was empty: %s', async (report) => {
    const period = { since: '2031-01-01', until: '2031-01-02' };
    const { rows } = await ask(report, { period, now: berlin('04-01 12:00') });

    const counts = rows.flatMap(({ cells: row }) => Object.entries(row).filter(([column]) => isCount(report, column)));
    // What is open today was open then, as far as anybody knows.
    if (report !== 'backlog') expect(counts.filter(([, count]) => count !== 0)).toEqual([]);
    expect(JSON.stringify(rows)).not.toMatch(/NaN|Infinity/);
  });

  const isCount = (report: string, column: string) => columnsOf.get(report)?.includes(column) ?? false;
  const columnsOf = new Map<string, string[]>();
  beforeAll(async () => {
    for (const { name: report } of reports) {
      const { columns } = await ask(report);
      columnsOf.set(
        report,
        columns.flatMap(({ id, kind }) => (kind === 'count' ? [id] : [])),
      );
    }
  });
}

/** Figures that count more than one for a ticket. */
const sums = new Set(['reopenings', 'handOvers', 'moves', 'made', 'kept', 'missed', 'dropped', 'open']);

function* figuresIn({ rows }: ReportTable): Iterable<[{ column: string; count: unknown }, Behind]> {
  for (const { cells, behind = {} } of rows)
    for (const [column, listed] of Object.entries(behind)) yield [{ column, count: cells[column] }, listed];
}
