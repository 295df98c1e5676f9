import { type Target, targets } from '../sla/policy.ts';
import { Figures } from './figures.ts';
import { ByMix, mix, mixColumns, type Part } from './mix.ts';
import { percentOf } from './percentile.ts';
import { within } from './period.ts';
import {
  type Column,
  numberIn,
  type Report,
  type ReportRequest,
  type ReportTable,
  type Row,
  unitIn,
} from './report.ts';
import { type Count, type Tally, tallies, when } from './tally.ts';

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
    const found = targets.map((target) => ({ target, byMix: new ByMix(() => new Figures()) }));
    for await (const tally of tallies(source, request, countOf(request)))
      for (const { target, byMix } of found) note(tally, target, byMix);
    const rows = found.flatMap(({ target, byMix }) => {
      const told = byMix.parts().filter(isTold);
      return told.map((part) => rowOf(target, part));
    });
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

const verdicts = ['met', 'missed', 'breached', 'underWay'] as const;
const statesOf = { met: ['met'], missed: ['missed'], breached: ['breached'], underWay: ['running', 'paused'] } as const;

/** All targets at once: reading the tickets is what takes long. */
function countOf({ period }: ReportRequest): Count {
  const counts = targets.flatMap((target) =>
    verdicts.map((verdict) => [`${target}_${verdict}`, when({ $in: [`$sla.${target}.state`, statesOf[verdict]] })]),
  );
  return { match: { openedDay: within(period) }, by: mix, counts: Object.fromEntries(counts) };
}

function note({ by, counts, ticket }: Tally, target: Target, byMix: ByMix<Figures>): void {
  for (const figures of byMix.of(by))
    for (const verdict of verdicts) figures.add(verdict, counts[`${target}_${verdict}`], ticket);
}

/** Nothing is said of a service or team for which the target does not hold. */
function isTold({ group, content }: Part<Figures>): boolean {
  return group === 'all' || verdicts.some((verdict) => content.count(verdict) > 0);
}

function rowOf(target: string, { group, value, content }: Part<Figures>): Row {
  const [met, missed, breached] = [content.count('met'), content.count('missed'), content.count('breached')];
  const metPercent = percentOf(met, met + missed + breached);
  return content.row({ target, group, value, met, missed, breached, metPercent, underWay: content.count('underWay') });
}

function slaChart(table: ReportTable) {
  const { rows } = table;
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
  return { kind: 'bars', title: table.title, unit: unitIn(table, '%'), locale: 'en', categories, series } as const;
}
