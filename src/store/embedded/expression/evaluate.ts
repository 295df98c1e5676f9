import type { Document } from '../values/document.ts';

/** The variables that an expression may read, by name without `$$`: ROOT, CURRENT, NOW and those of `let` and its like. */
export type Variables = Readonly<Record<string, unknown>>;

/** A compiled expression; undefined means that it has no value, as for a missing field. */
export type Evaluate = (variables: Variables) => unknown;

/** Compiles a part of an expression. `names` are the variables that may be used there. */
export type Compile = (expression: unknown, names: ReadonlySet<string>) => Evaluate;

/** Compiles an operator with its operand. */
export type OperatorCompiler = (
  operand: unknown,
  compile: (expression: unknown) => Evaluate,
  context: { readonly compile: Compile; readonly names: ReadonlySet<string>; readonly name: string },
) => Evaluate;

/** An operator that only looks at the values of its arguments. */
export interface ValueOperator {
  /** The fewest and the most arguments that it takes. */
  readonly takes: readonly [fewest: number, most: number];
  readonly compute: (args: readonly unknown[], name: string) => unknown;
}

/** The variables with which an expression looks at a document. */
export function variablesFor(document: Document, constants: Variables): Variables {
  return { ...constants, ROOT: document, CURRENT: document };
}

/** Whether a value is null or there is none; most operators then give null. */
export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
