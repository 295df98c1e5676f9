import type { RowFault } from '../import/record.ts';

/** `tickets.csv:12 opened_at "2025-13-01": This is no instant … Correct it …` */
export function faultLine(file: string, { line, column, value, problem, advice }: RowFault): string {
  const cell = [column, value === undefined ? undefined : JSON.stringify(shortened(value))].filter(Boolean).join(' ');
  return `${file}:${line}${cell === '' ? '' : ` ${cell}`}: ${problem} ${advice}`;
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value;
}

/** What an import did, or would do. */
export interface ImportSum {
  readonly rows: number;
  readonly faulty: number;
  readonly added: number;
  readonly changed: number;
  readonly here: number;
  /** Added tickets by their state. */
  readonly states: ReadonlyMap<string, number>;
  /** Added tickets that are open and have not come to life. */
  readonly still: number;
}

export function sumLines(sum: ImportSum, isDry: boolean): readonly string[] {
  const { rows, faulty, added, changed, here, states, still } = sum;
  const would = isDry ? 'would be ' : '';
  return [
    `Rows: ${rows}; ${added} ${would}added, ${changed} ${would}changed, ${here} already here, ${faulty} faulty and left out.`,
    ...(added > 0 ? [`Added: ${[...states].map(([state, count]) => `${count} ${state}`).join(', ')}.`] : []),
    ...(still > 0
      ? [`Open among them: ${still}. They post and ring nothing until somebody works on them. ${live}`]
      : []),
    ...(isDry ? ['Nothing was written.'] : []),
  ];
}

const live = 'The same import with --open brings them to life.';
