import type { BeforeAfter, Flip, Replay, Tally, TargetReplay } from '../sla/replay.ts';

/** A replay as lines for a terminal: a table for each target, then the tickets whose verdict flips. */
export function replayLines(
  { tickets, targets, flips }: Replay,
  { days, now }: { readonly days: number; readonly now: Date },
): readonly string[] {
  return [
    `${tickets} tickets, opened in the last ${days} days, as of ${now.toISOString()}. Nothing was written.`,
    ...targets.flatMap(table),
    '',
    flips.length === 0 ? 'No verdict flips.' : `${flips.length} verdicts flip:`,
    ...flipLines(flips),
  ];
}

function table({ target, all, byTeam, byPriority }: TargetReplay): readonly string[] {
  const rows: readonly (readonly string[])[] = [
    [target, 'met', 'missed', 'open', '', 'met', 'missed', 'open'],
    ['  all', ...cells(all)],
    ...byTeam.map(({ name, ...tallies }) => [`  team ${name}`, ...cells(tallies)]),
    ...byPriority.map(({ name, ...tallies }) => [`  ${name}`, ...cells(tallies)]),
  ];
  return ['', ...aligned(rows)];
}

function cells({ before, after }: BeforeAfter<Tally>): readonly string[] {
  const counts = ({ met, missed, open }: Tally) => [met, missed, open].map(String);
  return [...counts(before), '→', ...counts(after)];
}

function flipLines(flips: readonly Flip[]): readonly string[] {
  return aligned(
    flips.map(({ key, team, priority, target, before, after }) => [
      `  ${key}`,
      `team ${team}`,
      priority,
      target,
      `${before} → ${after}`,
    ]),
    'left',
  );
}

/** Columns of equal width; the first stands left, the others right or left. */
export function aligned(rows: readonly (readonly string[])[], others: 'left' | 'right' = 'right'): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || others === 'left' ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
