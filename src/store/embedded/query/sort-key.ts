import { badValue, CommandError, notSupported } from '../errors.ts';
import { compareValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { encodeKey, invertKey } from '../values/encode-key.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric } from '../values/value-kind.ts';
import { leavesAtPath, someAtPath } from './values-at-path.ts';

/** One field of a sort. */
export interface SortField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly ascending: boolean;
}

/**
 * Reads a sort specification.
 * @throws CommandError 2 or 15975 when a direction is neither 1 nor -1
 */
export function parseSort(sort: Document): SortField[] {
  return Object.entries(sort).map(([path, direction]) => {
    if (path === '' || path.startsWith('$')) throw badValue(`FieldPath field names may not start with '$': ${path}`);
    if (isDocument(direction)) throw notSupported('Sorting by $meta');
    const value = isNumeric(direction) ? toDouble(direction) : 0;
    if (value !== 1 && value !== -1)
      throw new CommandError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return { path, parts: path.split('.'), ascending: value === 1 };
  });
}

/** Bytes whose order is the order that the sort gives the documents. */
export function sortKeyOf(document: Document, fields: readonly SortField[]): Buffer {
  return Buffer.concat(
    fields.map(({ parts, ascending }) => {
      const key = encodeKey(sortValue(document, parts, ascending));
      return ascending ? key : invertKey(key);
    }),
  );
}

/** An array is sorted by its smallest element, or by its largest in descending order; an empty one stands below null. */
function sortValue(document: Document, parts: readonly string[], ascending: boolean): unknown {
  const leaves = leavesAtPath(document, parts);
  const hasMissing = someAtPath(document, parts, (value) => value === undefined);
  const isEmptyArray = someAtPath(document, parts, (value) => Array.isArray(value) && value.length === 0);
  if (hasMissing) leaves.push(null);
  if (isEmptyArray) leaves.push(undefined);
  if (leaves.length === 0) return null;
  return leaves.reduce((best, value) => {
    const order = compareValues(value, best);
    return (ascending ? order < 0 : order > 0) ? value : best;
  });
}
