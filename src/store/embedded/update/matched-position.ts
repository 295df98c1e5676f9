import { compileFilter, type FilterScope } from '../query/compile-filter.ts';
import { cloneValue } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { setAt, valueAt } from './document-path.ts';

/**
 * The position of the first element of an array by which a document matches a filter: what `$` stands for in an
 * update or a projection. Undefined when no condition of the filter is about that array.
 */
export function matchedPosition(
  document: Document,
  filter: Document,
  arrayParts: readonly string[],
  scope: FilterScope,
): number | undefined {
  const conditions = conditionsOn(filter, arrayParts.join('.'));
  if (conditions.length === 0) return undefined;
  const together = firstMatch(document, { $and: conditions }, arrayParts, scope);
  if (together !== undefined) return together;
  // Conditions that different elements meet: the first condition decides.
  for (const condition of conditions) {
    const position = firstMatch(document, condition, arrayParts, scope);
    if (position !== undefined) return position;
  }
  return undefined;
}

function firstMatch(document: Document, filter: Document, arrayParts: readonly string[], scope: FilterScope) {
  const array = valueAt(document, arrayParts);
  if (!Array.isArray(array)) return undefined;
  const matches = compileFilter(filter, scope);
  const copy = cloneValue(document) as Document;
  const position = array.findIndex((element) => {
    setAt(copy, arrayParts, [element]);
    return matches(copy);
  });
  return position < 0 ? undefined : position;
}

function conditionsOn(filter: Document, path: string): Document[] {
  return Object.entries(filter).flatMap(([key, operand]) => {
    if (key === '$and' && Array.isArray(operand)) {
      return operand.filter(isDocument).flatMap((part) => conditionsOn(part, path));
    }
    if (key === '$or' && Array.isArray(operand)) {
      const branches = operand.filter(isDocument).flatMap((part) => conditionsOn(part, path));
      return branches.length > 0 ? [{ $or: branches }] : [];
    }
    return key === path || key.startsWith(`${path}.`) ? [{ [key]: operand }] : [];
  });
}
