import type { Level, Priority } from './ticket.ts';

/** Impact → urgency → priority. */
export type Matrix = Readonly<Record<Level, readonly [Priority, Priority, Priority]>>;

/** The priority that impact and urgency give. */
export function priorityOf(matrix: Matrix, impact: Level, urgency: Level): Priority {
  return matrix[impact][(urgency - 1) as 0 | 1 | 2];
}
