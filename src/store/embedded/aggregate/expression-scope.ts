import { notSupported } from '../errors.ts';
import type { FilterScope } from '../query/compile-filter.ts';

/** How filters compile `$expr` where a command brings variables along. */
export function expressionScope(_variables: Record<string, unknown>, _now: Date): FilterScope {
  return plainScope;
}

export const plainScope: FilterScope = {
  compileExpression: () => {
    throw notSupported('$expr');
  },
};
