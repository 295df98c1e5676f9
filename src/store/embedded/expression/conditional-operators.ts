import { CommandError } from '../errors.ts';
import { isTruthy } from '../query/compile-filter.ts';
import { compareValues } from '../values/compare-values.ts';
import { isDocument } from '../values/document.ts';
import type { Evaluate, OperatorCompiler, ValueOperator } from './evaluate.ts';
import { isNullish } from './evaluate.ts';
import { namedArguments } from './named-arguments.ts';

/** Comparisons of two values in MongoDB's order across types; no value stands below null. */
export const comparisonOperators: Record<string, ValueOperator> = {
  $cmp: { takes: [2, 2], compute: ([a, b]) => Math.sign(compareValues(a, b)) },
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $not: { takes: [1, 1], compute: ([a]) => !isTruthy(a) },
};

/** Operators that evaluate only the arguments that decide. */
export const conditionalOperators: Record<string, OperatorCompiler> = {
  $and: (operand, compile) => {
    const parts = listed(operand).map(compile);
    return (variables) => parts.every((part) => isTruthy(part(variables)));
  },
  $or: (operand, compile) => {
    const parts = listed(operand).map(compile);
    return (variables) => parts.some((part) => isTruthy(part(variables)));
  },
  $cond: (operand, compile) => {
    const [condition, yes, no] = condParts(operand).map(compile);
    if (!condition || !yes || !no) throw wrongCond();
    return (variables) => (isTruthy(condition(variables)) ? yes(variables) : no(variables));
  },
  $ifNull: (operand, compile) => {
    const parts = listed(operand).map(compile);
    if (parts.length < 2) {
      throw new CommandError(1257300, `$ifNull needs at least two arguments, had: ${parts.length}`);
    }
    return firstValue(parts);
  },
  $switch: compileSwitch,
};

function comparison(passes: (order: number) => boolean): ValueOperator {
  return { takes: [2, 2], compute: ([a, b]) => passes(compareValues(a, b)) };
}

function listed(operand: unknown): unknown[] {
  return Array.isArray(operand) ? operand : [operand];
}

function condParts(operand: unknown): unknown[] {
  if (Array.isArray(operand)) {
    if (operand.length !== 3)
      throw new CommandError(16020, `Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`);
    return operand;
  }
  if (!isDocument(operand)) throw wrongCond();
  const unknown = Object.keys(operand).find((field) => !['if', 'then', 'else'].includes(field));
  if (unknown !== undefined) throw new CommandError(17083, `Unrecognized parameter to $cond: ${unknown}`);
  const missing = (['if', 'then', 'else'] as const).findIndex((field) => !(field in operand));
  if (missing >= 0)
    throw new CommandError(17080 + missing, `Missing '${['if', 'then', 'else'][missing]}' parameter to $cond`);
  return [operand.if, operand.then, operand.else];
}

function wrongCond(): CommandError {
  return new CommandError(16020, 'Expression $cond takes exactly 3 arguments.');
}

function firstValue(parts: readonly Evaluate[]): Evaluate {
  return (variables) => {
    let value: unknown;
    for (const part of parts) {
      value = part(variables);
      if (!isNullish(value)) return value;
    }
    return value;
  };
}

function compileSwitch(operand: unknown, compile: (part: unknown) => Evaluate): Evaluate {
  const { branches, default: otherwise, ...rest } = namedArguments('$switch', operand, ['branches', 'default'], []);
  if (!Array.isArray(branches) || Object.keys(rest).length > 0)
    throw new CommandError(40061, "$switch expected an array for 'branches'");
  if (branches.length === 0) throw new CommandError(40068, '$switch requires at least one branch.');
  const compiled = branches.map((branch: unknown) => {
    if (!isDocument(branch) || !('case' in branch) || !('then' in branch)) {
      throw new CommandError(40067, "$switch requires each branch have a 'case' and a 'then' expression");
    }
    return { applies: compile(branch.case), value: compile(branch.then) };
  });
  const fallback = isDocument(operand) && 'default' in operand ? compile(otherwise) : undefined;
  return (variables) => {
    const branch = compiled.find(({ applies }) => isTruthy(applies(variables)));
    if (branch) return branch.value(variables);
    if (!fallback)
      throw new CommandError(
        40066,
        '$switch could not find a matching branch for an input, and no default was specified.',
      );
    return fallback(variables);
  };
}
