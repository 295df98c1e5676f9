import { isOperators } from '../query/is-operators.ts';
import { regexOperand } from '../query/regex-test.ts';
import { toRegex } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import {
  comparisonIntervals,
  equalIntervals,
  type KeyInterval,
  regexIntervals,
  sortedIntervals,
} from './key-interval.ts';

/** For each path, the sets of intervals of which a matching document must have a value in every one. */
export type PathConstraints = ReadonlyMap<string, readonly (readonly KeyInterval[])[]>;

/**
 * What a filter says about single paths, as far as an index can use it. It may say less than the filter, never more:
 * documents found by it are tested against the whole filter.
 */
export function constraintsOf(filter: Document): PathConstraints {
  const constraints = new Map<string, (readonly KeyInterval[])[]>();
  collect(filter, '', constraints);
  return constraints;
}

/** The branches of a filter's one `$or`, or undefined when it has none. */
export function orBranches(filter: Document): readonly Document[] | undefined {
  const or = filter.$or ?? (Array.isArray(filter.$and) ? filter.$and.find((part) => part?.$or)?.$or : undefined);
  return Array.isArray(or) ? or.filter(isDocument) : undefined;
}

function collect(filter: Document, prefix: string, into: Map<string, (readonly KeyInterval[])[]>): void {
  for (const [key, operand] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(operand)) {
      for (const part of operand) if (isDocument(part)) collect(part, prefix, into);
    } else if (!key.startsWith('$')) {
      collectField(prefix + key, operand, into);
    }
  }
}

function collectField(path: string, operand: unknown, into: Map<string, (readonly KeyInterval[])[]>): void {
  const add = (intervals: KeyInterval[] | undefined) => {
    if (intervals) into.set(path, [...(into.get(path) ?? []), sortedIntervals(intervals)]);
  };
  if (!isOperators(operand)) {
    add(toRegex(operand) ? regexIntervals(operand) : equalIntervals(operand));
    return;
  }
  for (const [name, value] of Object.entries(operand)) {
    if (name === '$elemMatch' && isDocument(value)) collectElement(path, value, into);
    else add(intervalsOf(name, value, operand));
  }
}

function collectElement(path: string, operand: Document, into: Map<string, (readonly KeyInterval[])[]>): void {
  if (isOperators(operand)) collectField(path, operand, into);
  else collect(operand, `${path}.`, into);
}

function intervalsOf(name: string, operand: unknown, siblings: Document): KeyInterval[] | undefined {
  switch (name) {
    case '$eq':
      return equalIntervals(operand);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparisonIntervals(name, operand);
    case '$in':
      return listIntervals(operand);
    case '$all':
      return firstOfAll(operand);
    case '$regex':
      return regexIntervals(regexOperand(operand, siblings.$options));
    case '$exists':
      return operand === false ? equalIntervals(null) : undefined;
    default:
      return undefined;
  }
}

function listIntervals(operand: unknown): KeyInterval[] | undefined {
  if (!Array.isArray(operand)) return undefined;
  const each = operand.map((item: unknown) => (toRegex(item) ? regexIntervals(item) : equalIntervals(item)));
  return each.every((intervals) => intervals !== undefined) ? each.flat() : undefined;
}

function firstOfAll(operand: unknown): KeyInterval[] | undefined {
  const first: unknown = Array.isArray(operand) ? operand[0] : undefined;
  return first === undefined || isOperators(first) || toRegex(first) ? undefined : equalIntervals(first);
}
