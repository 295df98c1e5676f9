import type { Chart } from '../charts/chart.ts';
import type { Figures } from './figures.ts';
import { countByMix, mixColumns, type Part } from './mix.ts';
import { percentOf } from './percentile.ts';
import { within } from './period.ts';
import { type Column, numberIn, type Report, type ReportTable, type Row, unitIn } from './report.ts';
import { once, when } from './tally.ts';

const scores = [1, 2, 3, 4, 5] as const;

const columns: readonly Column[] = [
  ...mixColumns,
  { id: 'asked', title: 'Asked', kind: 'count' },
  { id: 'answered', title: 'Answered', kind: 'count' },
  { id: 'responsePercent', title: 'Response rate', kind: 'percent' },
  { id: 'meanScore', title: 'Mean of 5', kind: 'number' },
  { id: 'satisfiedPercent', title: 'Satisfied', kind: 'percent' },
  ...scores.map((score): Column => ({ id: `score${score}`, title: `${score}`, kind: 'count' })),
];

/** Anonymous scores of fewer people than this would tell who gave them. */
const fewestAnonymous = 5;

/** What people said of it, and how many said anything. */
export const satisfaction: Report = {
  name: 'satisfaction',
  title: 'Satisfaction',
  about: 'Scores of the surveys with their response rate, by priority, service and team.',
  async run(source, request) {
    const parts = await countByMix(source, request, {
      from: 'surveys',
      match: { day: within(request.period) },
      counts: {
        asked: once,
        answered: when({ $isNumber: '$score' }),
        anonymous: when({ $and: [{ $isNumber: '$score' }, { $ne: [{ $type: '$ticket' }, 'string'] }] }),
        ...Object.fromEntries(scores.map((score) => [`score${score}`, when({ $eq: ['$score', score] })])),
      },
    });
    const hidden = hiddenOf(parts);
    return {
      name: 'satisfaction',
      title: 'Satisfaction',
      period: request.period,
      columns,
      rows: parts.map((part) => rowOf(part, hidden.has(part))),
      note: `Surveys of the period. Satisfied: a score of 4 or 5. Anonymous scores of fewer than ${fewestAnonymous} people are not shown, nor what would give them away by subtraction.`,
    };
  },
  chart: satisfactionChart,
};

/** Parts too small to be shown, and the next smallest until what is hidden is large enough not to be found by subtraction. */
function hiddenOf(parts: readonly Part<Figures>[]): ReadonlySet<Part<Figures>> {
  const hidden = new Set<Part<Figures>>();
  if (!parts.some(({ content }) => content.count('anonymous') > 0)) return hidden;
  for (const group of new Set(parts.map((part) => part.group))) {
    const smallestFirst = parts
      .filter((part) => part.group === group && part.content.count('answered') > 0)
      .sort((a, b) => a.content.count('answered') - b.content.count('answered'));
    let together = 0;
    for (const part of smallestFirst) {
      const answered = part.content.count('answered');
      if (answered >= fewestAnonymous && (together === 0 || together >= fewestAnonymous)) break;
      hidden.add(part);
      together += answered;
    }
  }
  return hidden;
}

function rowOf({ group, value, content }: Part<Figures>, isHidden: boolean): Row {
  const [asked, answered] = [content.count('asked'), content.count('answered')];
  const counts = scores.map((score) => [`score${score}`, isHidden ? null : content.count(`score${score}`)] as const);
  const sum = scores.reduce((total, score) => total + score * content.count(`score${score}`), 0);
  const satisfied = content.count('score4') + content.count('score5');
  return content.row({
    ...{ group, value, asked, answered, responsePercent: percentOf(answered, asked) },
    meanScore: isHidden || answered === 0 ? null : sum / answered,
    satisfiedPercent: isHidden ? null : percentOf(satisfied, answered),
    ...Object.fromEntries(counts),
  });
}

function satisfactionChart(table: ReportTable): Chart {
  const { rows } = table;
  const shown = rows.filter(({ cells }) => cells.group === 'all' || cells.group === 'team');
  return {
    kind: 'bars',
    title: table.title,
    unit: unitIn(table, '%'),
    locale: 'en',
    categories: shown.map(({ cells }) => String(cells.value ?? 'all')),
    series: [
      { name: 'Satisfied', values: shown.map((row) => numberIn(row, 'satisfiedPercent')) },
      { name: 'Response rate', values: shown.map((row) => numberIn(row, 'responsePercent')) },
    ],
  };
}
