import type { Collection } from '../storage/collection.ts';
import type { IndexScan, Plan } from './plan-query.ts';

/** The records that a plan finds, each once; the caller tests them against the whole filter. */
export function* runPlan(collection: Collection, plan: Plan): Generator<number> {
  switch (plan.stage) {
    case 'COLLSCAN':
      yield* collection.records(plan.reverse);
      return;
    case 'IXSCAN':
      yield* plan.index.isMultikey ? eachOnce(scanIndex(collection, plan)) : scanIndex(collection, plan);
      return;
    case 'OR':
      yield* eachOnce(scanBranches(collection, plan.branches));
  }
}

function* scanIndex(collection: Collection, { index, ranges, reverse }: IndexScan): Generator<number> {
  for (const { from, to } of ranges) yield* collection.recordsInIndex(index, from, to, reverse);
}

function* scanBranches(collection: Collection, branches: readonly IndexScan[]): Generator<number> {
  for (const branch of branches) yield* scanIndex(collection, branch);
}

function* eachOnce(records: Iterable<number>): Generator<number> {
  const seen = new Set<number>();
  for (const record of records) {
    if (seen.has(record)) continue;
    seen.add(record);
    yield record;
  }
}
