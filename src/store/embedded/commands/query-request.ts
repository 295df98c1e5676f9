import { expressionScope } from '../aggregate/expression-scope.ts';
import { compileFilter, type FilterScope } from '../query/compile-filter.ts';
import { parseSort } from '../query/sort-key.ts';
import { type Document, isDocument } from '../values/document.ts';
import type { Search } from './find-documents.ts';

/** What a filter or an expression of a command may refer to: its `let` variables and the time it began. */
export function scopeOf(body: Document, now: Date): FilterScope {
  return expressionScope(isDocument(body.let) ? body.let : {}, now);
}

/** A search for the documents that a filter means; the filter is checked even where nothing is stored. */
export function searchOf(filter: Document, scope: FilterScope, more: { sort?: Document; hint?: unknown } = {}): Search {
  return {
    filter,
    matches: compileFilter(filter, scope),
    looksAt: fieldsOf(filter),
    sort: parseSort(more.sort ?? {}),
    ...(more.hint === undefined || isEmpty(more.hint) ? {} : { hint: more.hint }),
  };
}

/** The top-level fields that a filter looks at; undefined when an expression may look at any. */
function fieldsOf(filter: Document): ReadonlySet<string> | undefined {
  const fields = new Set<string>();
  for (const [key, operand] of Object.entries(filter)) {
    if (!key.startsWith('$')) fields.add(key.split('.')[0] ?? key);
    else if (key !== '$comment') {
      const branches = ['$and', '$or', '$nor'].includes(key) && Array.isArray(operand) ? operand : undefined;
      for (const branch of branches ?? [undefined]) {
        const inBranch = isDocument(branch) ? fieldsOf(branch) : undefined;
        if (!inBranch) return undefined;
        for (const field of inBranch) fields.add(field);
      }
    }
  }
  return fields;
}

function isEmpty(hint: unknown): boolean {
  return isDocument(hint) && Object.keys(hint).length === 0;
}
