import { targets } from '../sla/policy.ts';
import type { Figures } from './figures.ts';
import { countByMix, mixColumns, type Part } from './mix.ts';
import { percentOf } from './percentile.ts';
import { within } from './period.ts';
import { type Column, numberIn, type Report, type ReportTable, type Row } from './report.ts';
import { type Count, when } from './tally.ts';

const columns: readonly Column[] = [
  { id: 'target', title: 'Target', kind: 'text' },
  ...mixColumns,
  { id: 'met', title: 'Met', kind: 'count' },
  { id: 'missed', title: 'Missed', kind: 'count' },
  { id: 'breached', title: 'Late, open', kind: 'count' },
  { id: 'metPercent', title: 'Met', kind: 'percent' },
  { id: 'underWay', title: 'Under way', kind: 'count' },
];

/** How often the desk did what it promised. */
export const sla: Report = {
  name: 'sla',
  title: 'Service levels met',
  about: 'Which share of the targets was met: respond, update, resolve; by priority, service and team.',
  async run(source, request) {
    const rows: Row[] = [];
    for (const target of targets) {
      const parts = await countByMix(source, request, countOf(target, { openedDay: within(request.period) }));
      rows.push(...parts.map((part) => rowOf(target, part)));
    }
    return {
      name: 'sla',
      title: 'Service levels met',
      period: request.period,
      columns,
      rows,
      note: 'Tickets opened in the period, as of their last change. Late and still open is not met; what is under way has no verdict yet, and what was cancelled in time has none.',
    };
  },
  chart: (table) => slaChart(table),
};

function countOf(target: string, match: Count['match']): Omit<Count, 'by'> {
  const state = `$sla.${target}.state`;
  return {
    match: { ...match, [`sla.${target}`]: { $exists: true } },
    counts: {
      met: when({ $eq: [state, 'met'] }),
      missed: when({ $eq: [state, 'missed'] }),
      breached: when({ $eq: [state, 'breached'] }),
      underWay: when({ $in: [state, ['running', 'paused']] }),
    },
  };
}

function rowOf(target: string, { group, value, content }: Part<Figures>): Row {
  const [met, missed, breached] = [content.count('met'), content.count('missed'), content.count('breached')];
  const metPercent = percentOf(met, met + missed + breached);
  return content.row({ target, group, value, met, missed, breached, metPercent, underWay: content.count('underWay') });
}

function slaChart({ title, rows }: ReportTable) {
  const shown = rows.filter(({ cells }) => cells.group === 'all' || cells.group === 'priority');
  const categories = [...new Set(shown.map(({ cells }) => String(cells.value ?? 'all')))];
  const valueAt = (target: string, category: string) =>
    shown.find(({ cells }) => cells.target === target && String(cells.value ?? 'all') === category);
  const series = targets.map((target) => ({
    name: target,
    values: categories.map((category) => {
      const row = valueAt(target, category);
      return row ? numberIn(row, 'metPercent') : null;
    }),
  }));
  return { kind: 'bars', title, unit: '%', locale: 'en', categories, series } as const;
}
