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
    sort: parseSort(more.sort ?? {}),
    ...(more.hint === undefined || isEmpty(more.hint) ? {} : { hint: more.hint }),
  };
}

function isEmpty(hint: unknown): boolean {
  return isDocument(hint) && Object.keys(hint).length === 0;
}
