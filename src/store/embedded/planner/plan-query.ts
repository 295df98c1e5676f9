import { badValue } from '../errors.ts';
import type { SortField } from '../query/sort-key.ts';
import type { IndexSpec } from '../storage/index-spec.ts';
import { equalValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { boundsOf, type IndexBounds, type ScanRange } from './index-bounds.ts';
import { isUsablePartially } from './partial-index.ts';
import { constraintsOf, orBranches, type PathConstraints } from './path-constraints.ts';

/** How a query finds its documents. `isSorted` means that they come in the order that was asked for. */
export type Plan = CollectionScan | IndexScan | OrScan;

export interface CollectionScan {
  readonly stage: 'COLLSCAN';
  readonly isSorted: boolean;
  readonly reverse: boolean;
}

export interface IndexScan {
  readonly stage: 'IXSCAN';
  readonly index: IndexSpec;
  readonly bounds: IndexBounds;
  readonly ranges: readonly ScanRange[];
  readonly isSorted: boolean;
  readonly reverse: boolean;
}

export interface OrScan {
  readonly stage: 'OR';
  readonly branches: readonly IndexScan[];
  readonly isSorted: boolean;
}

export interface PlanRequest {
  readonly filter: Document;
  readonly sort: readonly SortField[];
  readonly hint?: unknown;
}

/**
 * Chooses the index that fixes most leading fields, with a range after them and the sort's order as lesser merits;
 * without any, every branch of an `$or` by its own index, or the whole collection.
 * @throws CommandError 2 when a hint names no index
 */
export function planQuery(indexes: readonly IndexSpec[], { filter, sort, hint }: PlanRequest): Plan {
  const natural = naturalHint(hint, sort);
  const ready = indexes.filter(({ isReady }) => isReady);
  if (natural) return natural;
  const constraints = constraintsOf(filter);
  if (hint !== undefined) return scanOf(hintedIndex(ready, hint), constraints, sort);
  return bestScan(ready, filter, constraints, sort) ?? planOr(ready, filter, sort) ?? wholeCollection(sort);
}

/** Every document in the order of insertion. */
function wholeCollection(sort: readonly SortField[]): CollectionScan {
  return { stage: 'COLLSCAN', isSorted: sort.length === 0, reverse: false };
}

function naturalHint(hint: unknown, sort: readonly SortField[]): CollectionScan | undefined {
  const [first] = sort;
  const direction = isDocument(hint) ? hint.$natural : undefined;
  if (direction !== undefined) return { ...wholeCollection(sort), reverse: Number(direction) < 0 };
  if (first?.path === '$natural') return { stage: 'COLLSCAN', isSorted: true, reverse: !first.ascending };
  return undefined;
}

function hintedIndex(indexes: readonly IndexSpec[], hint: unknown): IndexSpec {
  const found = indexes.find((index) =>
    typeof hint === 'string' ? index.name === hint : equalValues(index.pattern, hint),
  );
  if (!found) {
    throw badValue(
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  return found;
}

function bestScan(
  indexes: readonly IndexSpec[],
  filter: Document,
  constraints: PathConstraints,
  sort: readonly SortField[],
): IndexScan | undefined {
  const byId = indexes.find(({ name }) => name === '_id_');
  const one = byId && scanOf(byId, constraints, sort);
  // Most questions are for one document, and no index can do better.
  if (one && one.bounds.singleFields === 1) return one;
  let best: { readonly scan: IndexScan; readonly merit: number } | undefined;
  for (const index of indexes) {
    if (index.isHidden || !isUsablePartially(index, filter, constraints)) continue;
    const scan = scanOf(index, constraints, sort);
    const merit = meritOf(scan, sort);
    if (merit > 0 && merit > (best?.merit ?? 0)) best = { scan, merit };
  }
  return best?.scan;
}

function meritOf({ bounds, isSorted, index }: IndexScan, sort: readonly SortField[]): number {
  const { pointFields, hasRange } = bounds;
  const isOneDocument = index.isUnique && pointFields === index.fields.length;
  const merit =
    (isOneDocument ? 1000 : 0) + pointFields * 10 + (hasRange ? 6 : 0) + (isSorted && sort.length > 0 ? 5 : 0);
  // Of equally good indexes the shorter one has less to read.
  return merit === 0 ? 0 : merit - index.fields.length / 100;
}

function scanOf(index: IndexSpec, constraints: PathConstraints, sort: readonly SortField[]): IndexScan {
  const bounds = boundsOf(index, constraints);
  const direction = sortDirection(index, bounds, sort);
  const reverse = direction === 'backward';
  return {
    stage: 'IXSCAN',
    index,
    bounds,
    ranges: reverse ? [...bounds.ranges].reverse() : bounds.ranges,
    isSorted: sort.length === 0 || direction !== undefined,
    reverse,
  };
}

/** In which direction an index gives the sort's order, if it does. */
function sortDirection(
  index: IndexSpec,
  { singleFields }: IndexBounds,
  sort: readonly SortField[],
): 'forward' | 'backward' | undefined {
  if (sort.length === 0 || index.isMultikey || index.isCut) return undefined;
  const fixed = new Set(index.fields.slice(0, singleFields).map(({ path }) => path));
  const wanted = sort.filter(({ path }) => !fixed.has(path));
  const offered = index.fields.slice(singleFields);
  if (wanted.length === 0) return 'forward';
  if (wanted.length > offered.length) return undefined;
  const isSame = wanted.map(({ path, ascending }, at) => {
    const field = offered[at];
    return field?.path === path ? field.ascending === ascending : undefined;
  });
  if (isSame.every((same) => same === true)) return 'forward';
  return isSame.every((same) => same === false) ? 'backward' : undefined;
}

function planOr(indexes: readonly IndexSpec[], filter: Document, sort: readonly SortField[]): OrScan | undefined {
  const branches = orBranches(filter);
  if (!branches) return undefined;
  const scans = branches.map((branch) => bestScan(indexes, branch, constraintsOf(branch), []));
  const usable = scans.filter((scan) => scan !== undefined);
  return usable.length === branches.length ? { stage: 'OR', branches: usable, isSorted: sort.length === 0 } : undefined;
}
