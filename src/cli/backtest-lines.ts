import type { Backtest, Tally } from '../estimates/backtest.ts';
import { atMost } from '../estimates/binomial.ts';
import type { Likeness } from '../tickets/ticket.ts';
import { aligned } from './replay-lines.ts';

/** A backtest as lines for a terminal: a table, and what is not in it. */
export function backtestLines(
  { all, groups, withoutEstimate, overdue }: Backtest,
  { days, now }: { readonly days: number; readonly now: Date },
): readonly string[] {
  const judged = all.tickets + withoutEstimate;
  return [
    `${judged} tickets, resolved in the last ${days} days, as of ${now.toISOString()}. Nothing was written.`,
    `${all.tickets} would have had an estimate, ${withoutEstimate} none.`,
    ...(all.tickets > 0 ? ['', ...table(all, groups)] : []),
    ...(all.tickets > 0
      ? ['', 'Sooner and later than the estimate said. Width: hours of working time, on average.']
      : []),
    ...(overdue > 0 ? [`${overdue} of those that are still open have outlived theirs.`] : []),
    ...(all.tickets > 0 ? [verdict(all)] : []),
  ];
}

function table(all: Tally, groups: Backtest['groups']): readonly string[] {
  return aligned([
    ['learnt from', 'tickets', 'sooner', 'inside', 'later', 'coverage', 'width'],
    ['  all', ...cells(all)],
    ...groups.map(({ like, tally }) => [`  ${nameOf(like)}`, ...cells(tally)]),
  ]);
}

function nameOf({ kind, priority, service, team }: Likeness): string {
  if (service !== undefined) return `${kind} ${priority}, service ${service}`;
  return team === undefined ? `${kind} ${priority}` : `${kind} ${priority}, team ${team}`;
}

function cells(tally: Tally): readonly string[] {
  const { tickets, sooner, inside, later, meanWidthMs } = tally;
  return [...[tickets, sooner, inside, later].map(String), percent(tally), (meanWidthMs / 3_600_000).toFixed(1)];
}

function percent({ inside, tickets }: Tally): string {
  return `${((100 * inside) / tickets).toFixed(1)} %`;
}

/** With a coverage of 80 %, so few would be inside only once in forty times. */
function verdict(all: Tally): string {
  const holds = atMost(all.inside, all.tickets, 0.8) >= 1 / 40;
  return holds
    ? `They hold: ${percent(all)} inside, 80 % wanted.`
    : `They do not hold: ${percent(all)} inside, 80 % wanted, and that is no chance.`;
}
