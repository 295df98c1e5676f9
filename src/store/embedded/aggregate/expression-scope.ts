import { compileExpression } from '../expression/compile-expression.ts';
import { type Evaluate, type Variables, variablesFor } from '../expression/evaluate.ts';
import type { FilterScope } from '../query/compile-filter.ts';
import type { Document } from '../values/document.ts';

const ownNames = ['ROOT', 'CURRENT', 'NOW'];

/** Constants for a command: its variables, and the time at which it began. */
export function constantsOf(variables: Document, now: Date): Variables {
  return { ...variables, NOW: now };
}

/** Compiles an expression that may use the constants and the document. */
export function compileWith(constants: Variables): (expression: unknown) => Evaluate {
  const names = new Set([...ownNames, ...Object.keys(constants)]);
  return (expression) => compileExpression(expression, names);
}

/** How filters compile `$expr` where a command brings these variables along. */
export function expressionScope(variables: Document, now: Date): FilterScope {
  return scopeWith(constantsOf(variables, now));
}

/** How filters compile `$expr` with these constants. */
export function scopeWith(constants: Variables): FilterScope {
  const compile = compileWith(constants);
  return {
    compileExpression: (expression) => {
      const evaluate = compile(expression);
      return (document) => evaluate(variablesFor(document, constants));
    },
  };
}

/** The scope of a filter that is kept, as of a partial index: it has no variables. */
export const plainScope: FilterScope = scopeWith({});
