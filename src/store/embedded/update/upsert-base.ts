import { CommandError } from '../errors.ts';
import { isOperators } from '../query/is-operators.ts';
import { toRegex } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { setAt, valueAt } from './document-path.ts';

/**
 * The document that an upsert starts from: what the filter requires fields to be equal to.
 * @throws CommandError 54 when the filter gives one field two values
 */
export function upsertBase(filter: Document): Document {
  const document: Document = {};
  for (const [path, value] of equalities(filter)) {
    const parts = path.split('.');
    if (valueAt(document, parts) !== undefined) {
      throw new CommandError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    setAt(document, parts, value);
  }
  return document;
}

function equalities(filter: Document): [string, unknown][] {
  return Object.entries(filter).flatMap(([key, operand]): [string, unknown][] => {
    if (key === '$and' && Array.isArray(operand)) return operand.filter(isDocument).flatMap(equalities);
    if (key === '$or' && Array.isArray(operand) && operand.length === 1)
      return operand.filter(isDocument).flatMap(equalities);
    if (key.startsWith('$') || toRegex(operand)) return [];
    if (!isOperators(operand)) return [[key, operand]];
    if ('$eq' in operand) return [[key, operand.$eq]];
    const single = operand.$all ?? operand.$in;
    return Array.isArray(single) && single.length === 1 && !toRegex(single[0]) ? [[key, single[0]]] : [];
  });
}
