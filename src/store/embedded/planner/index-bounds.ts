import { cutBound, cutKey } from '../storage/index-keys.ts';
import type { IndexField, IndexSpec } from '../storage/index-spec.ts';
import { afterPrefix } from '../storage/key-space.ts';
import { invertKey } from '../values/encode-key.ts';
import { intersect, type KeyInterval } from './key-interval.ts';
import type { PathConstraints } from './path-constraints.ts';

/** A stretch of an index to read: `from` inclusive, `to` exclusive, empty for the end of the index. */
export interface ScanRange {
  readonly from: Buffer;
  readonly to: Buffer;
}

/** How much of an index a filter needs. */
export interface IndexBounds {
  readonly ranges: readonly ScanRange[];
  /** How many leading fields are fixed to single values. */
  readonly pointFields: number;
  /** How many leading fields are fixed to one value only, so that what follows is in order. */
  readonly singleFields: number;
  readonly hasRange: boolean;
  readonly fieldIntervals: readonly (readonly KeyInterval[])[];
}

/** With more combinations of `$in` values than this, the later fields are tested on the documents instead. */
const mostRanges = 1000;

/** The stretches of an index that hold everything a filter can match. */
export function boundsOf(index: IndexSpec, constraints: PathConstraints): IndexBounds {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let [pointFields, singleFields] = [0, 0];
  const fieldIntervals: (readonly KeyInterval[])[] = [];
  const tops = new Set<string>();
  for (const field of index.fields) {
    const intervals = intervalsFor(index, field, constraints, tops);
    if (!intervals || prefixes.length * intervals.length > mostRanges) break;
    fieldIntervals.push(intervals);
    if (!intervals.every(({ isPoint }) => isPoint)) {
      return {
        ranges: withRanges(prefixes, intervals, field),
        pointFields,
        singleFields,
        hasRange: true,
        fieldIntervals,
      };
    }
    prefixes = prefixes.flatMap((prefix) =>
      directed(intervals, field).map(({ from }) => Buffer.concat([prefix, from])),
    );
    if (singleFields === pointFields && intervals.length === 1) singleFields += 1;
    pointFields += 1;
  }
  const isWhole = pointFields === index.fields.length;
  const ranges = prefixes.map((prefix) => prefixRange(isWhole ? cutKey(prefix) : cutBound(prefix)));
  return { ranges, pointFields, singleFields, hasRange: false, fieldIntervals };
}

/** Several conditions on one path narrow each other, unless an array may meet each with another element. */
function intervalsFor(index: IndexSpec, field: IndexField, constraints: PathConstraints, tops: Set<string>) {
  const sets = constraints.get(field.path);
  const [top = ''] = field.parts;
  const isBound = tops.has(top);
  tops.add(top);
  if (!sets || (index.isMultikey && isBound)) return undefined;
  if (!index.isMultikey) return sets.reduce(intersect);
  return sets.find((set) => set.every(({ isPoint }) => isPoint)) ?? sets[0];
}

/** Intervals as a field of an index holds them: turned round where it descends. */
function directed(intervals: readonly KeyInterval[], field: IndexField): ScanRange[] {
  if (field.ascending) return [...intervals];
  return intervals
    .map(({ from, to, isPoint }) => {
      const first = invertKey(from);
      // Between inverted bounds, what was exclusive becomes inclusive and the other way round.
      return isPoint
        ? { from: first, to: afterPrefix(first) }
        : { from: afterPrefix(invertKey(to)), to: afterPrefix(first) };
    })
    .reverse();
}

function withRanges(prefixes: readonly Buffer[], intervals: readonly KeyInterval[], field: IndexField): ScanRange[] {
  return prefixes.flatMap((prefix) =>
    directed(intervals, field).map(({ from, to }) => ({
      from: cutBound(Buffer.concat([prefix, from])),
      to: afterCut(Buffer.concat([prefix, to])),
    })),
  );
}

// A bound that was cut also stands for the keys that are cut at the same place.
function afterCut(bound: Buffer): Buffer {
  const cut = cutBound(bound);
  return cut.length === bound.length ? bound : afterPrefix(cut);
}

function prefixRange(prefix: Buffer): ScanRange {
  return { from: prefix, to: afterPrefix(prefix) };
}
