import { isOperators } from '../query/is-operators.ts';
import type { IndexSpec } from '../storage/index-spec.ts';
import { equalValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { kindRanks } from '../values/value-kind.ts';
import type { KeyInterval } from './key-interval.ts';
import { constraintsOf, type PathConstraints } from './path-constraints.ts';

/**
 * Whether an index that leaves documents out can still hold all that a filter matches: a partial index when the
 * filter asks for everything that the index's own filter asks for, a sparse one when a field cannot be missing.
 */
export function isUsablePartially(index: IndexSpec, filter: Document, constraints: PathConstraints): boolean {
  if (index.isSparse && !index.fields.some(({ path }) => cannotBeNull(constraints.get(path)))) return false;
  if (!index.partialFilter) return true;
  return implies(filter, constraints, index.partialFilter);
}

function implies(filter: Document, constraints: PathConstraints, wanted: Document): boolean {
  return Object.entries(wanted).every(([path, condition]) => {
    if (path === '$and' && Array.isArray(condition)) {
      return condition.every((part) => isDocument(part) && implies(filter, constraints, part));
    }
    if (path.startsWith('$')) return equalValues(filter[path], condition);
    return equalValues(filter[path], condition) || impliesOn(path, condition, constraints);
  });
}

function impliesOn(path: string, condition: unknown, constraints: PathConstraints): boolean {
  const sets = constraints.get(path);
  if (!sets) return false;
  const entries = isOperators(condition) ? Object.entries(condition) : [['$eq', condition] as const];
  return entries.every(([name, operand]) => {
    if (name === '$exists') return operand !== false && cannotBeNull(sets);
    const [needed] = constraintsOf({ [path]: { [name]: operand } }).get(path) ?? [];
    return needed !== undefined && sets.some((set) => set.every((interval) => needed.some(covers(interval))));
  });
}

function covers(inner: KeyInterval) {
  return (outer: KeyInterval) => Buffer.compare(outer.from, inner.from) <= 0 && Buffer.compare(outer.to, inner.to) >= 0;
}

/** Null and missing values are filed at or below the encoding of null, so an interval above it excludes both. */
function cannotBeNull(sets: readonly (readonly KeyInterval[])[] | undefined): boolean {
  return sets?.some((set) => set.every(({ from }) => (from[0] ?? 0) > kindRanks.null)) ?? false;
}
