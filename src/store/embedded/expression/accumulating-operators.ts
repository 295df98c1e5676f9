import { accumulators } from '../aggregate/accumulators.ts';
import type { ValueOperator } from './evaluate.ts';

const asExpressions = ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'] as const;

/** Accumulators used as expressions: over their arguments, or over the elements of a single array. */
export const accumulatingOperators: Record<string, ValueOperator> = Object.fromEntries(
  asExpressions.map((name) => [
    name,
    { takes: [0, Number.POSITIVE_INFINITY], compute: (args) => accumulate(name, args) },
  ]),
);

function accumulate(name: (typeof asExpressions)[number], args: readonly unknown[]): unknown {
  const [only] = args;
  const values = args.length === 1 && Array.isArray(only) ? only : args;
  const state = accumulators[name]?.();
  for (const value of values) state?.add(value);
  return state?.result() ?? null;
}
