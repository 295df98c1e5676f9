import { CommandError, failedToParse, notSupported } from '../errors.ts';
import { type Document, isDocument, ownField, setField } from '../values/document.ts';
import { accumulatingOperators } from './accumulating-operators.ts';
import { arithmeticOperators } from './arithmetic-operators.ts';
import { arrayOperators } from './array-operators.ts';
import { comparisonOperators, conditionalOperators } from './conditional-operators.ts';
import { conversionOperators, convertOperator } from './conversion-operators.ts';
import { binaryDateOperators, dateOperators } from './date-operators.ts';
import type { Compile, Evaluate, OperatorCompiler, ValueOperator } from './evaluate.ts';
import { iterationOperators } from './iteration-operators.ts';
import { mathOperators } from './math-operators.ts';
import { fieldOperators, objectOperators } from './object-operators.ts';
import { setOperators } from './set-operators.ts';
import { regexOperators, stringOperators, trimOperators } from './string-operators.ts';

const valueOperators: ReadonlyMap<string, ValueOperator> = new Map(
  Object.entries({
    ...arithmeticOperators,
    ...mathOperators,
    ...comparisonOperators,
    ...stringOperators,
    ...arrayOperators,
    ...setOperators,
    ...objectOperators,
    ...conversionOperators,
    ...accumulatingOperators,
  }),
);

const compilers: ReadonlyMap<string, OperatorCompiler> = new Map(
  Object.entries({
    ...conditionalOperators,
    ...iterationOperators,
    ...dateOperators,
    ...binaryDateOperators,
    ...fieldOperators,
    ...trimOperators,
    ...regexOperators,
    $convert: convertOperator,
    $literal: (operand: unknown) => () => operand,
    $const: (operand: unknown) => () => operand,
  } satisfies Record<string, OperatorCompiler>),
);

/** Operators of MongoDB that would run code or need an index or a session that this engine does not have. */
const onlyInMongo = new Set([
  '$function',
  '$accumulator',
  '$meta',
  '$toHashedIndexKey',
  '$sampleRate',
  '$tsIncrement',
  '$tsSecond',
  '$binarySize',
  '$bsonSize',
]);

/**
 * Compiles an aggregation expression.
 * @throws CommandError 168 for an operator that MongoDB does not know, 115 for one that only MongoDB has
 */
export const compileExpression: Compile = (expression, names) => {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression, names);
  if (Array.isArray(expression)) {
    const items = expression.map((item: unknown) => compileExpression(item, names));
    return (variables) => items.map((item) => item(variables) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const [first] = Object.keys(expression);
  return first?.startsWith('$') ? compileOperator(expression, first, names) : compileObject(expression, names);
};

function compileOperator(expression: Document, name: string, names: ReadonlySet<string>): Evaluate {
  if (Object.keys(expression).length > 1) {
    throw new CommandError(
      15983,
      `An object representing an expression must have exactly one field: ${Object.keys(expression).join(', ')}`,
    );
  }
  const operand = expression[name];
  const compilePart = (part: unknown) => compileExpression(part, names);
  const compiler = compilers.get(name);
  if (compiler) return compiler(operand, compilePart, { compile: compileExpression, names, name });
  const operator = valueOperators.get(name);
  if (!operator)
    throw onlyInMongo.has(name) ? notSupported(name) : new CommandError(168, `Unrecognized expression '${name}'`);
  return compileValueOperator(operator, name, operand, compilePart);
}

function compileValueOperator(
  { takes, compute }: ValueOperator,
  name: string,
  operand: unknown,
  compile: (part: unknown) => Evaluate,
): Evaluate {
  const parts = Array.isArray(operand) ? operand : [operand];
  const [fewest, most] = takes;
  if (parts.length < fewest || parts.length > most) {
    const wanted =
      fewest === most
        ? `exactly ${fewest}`
        : most === Number.POSITIVE_INFINITY
          ? `at least ${fewest}`
          : `at least ${fewest} arguments, and at most ${most}`;
    throw new CommandError(16020, `Expression ${name} takes ${wanted} arguments. ${parts.length} were passed in.`);
  }
  const args = parts.map(compile);
  return (variables) =>
    compute(
      args.map((arg) => arg(variables)),
      name,
    );
}

function compileObject(expression: Document, names: ReadonlySet<string>): Evaluate {
  const fields = Object.entries(expression).map(([field, part]) => {
    if (field.includes('.'))
      throw new CommandError(
        16405,
        `FieldPath field names may not contain '.'. Consider using $getField or $setField.`,
      );
    return [field, compileExpression(part, names)] as const;
  });
  return (variables) => {
    const object: Document = {};
    for (const [field, evaluate] of fields) {
      const value = evaluate(variables);
      if (value !== undefined) setField(object, field, value);
    }
    return object;
  };
}

function compilePath(text: string, names: ReadonlySet<string>): Evaluate {
  const isVariable = text.startsWith('$$');
  const [head = '', ...rest] = text.slice(isVariable ? 2 : 1).split('.');
  const parts = isVariable ? rest : [head, ...rest];
  if (parts.some((part) => part === '')) {
    throw new CommandError(
      head === '' && rest.length === 0 ? 16872 : 15998,
      `FieldPath field names may not be empty strings: '${text}'`,
    );
  }
  if (parts.some((part) => part.startsWith('$'))) {
    throw new CommandError(
      16410,
      `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
    );
  }
  const name = isVariable ? head : 'CURRENT';
  if (name === 'REMOVE') return () => undefined;
  if (!names.has(name)) throw undefinedVariable(name);
  if (parts.length === 0) return (variables) => variables[name];
  return (variables) => valueAlong(variables[name], parts, 0);
}

function undefinedVariable(name: string): CommandError {
  if (['CLUSTER_TIME', 'SEARCH_META', 'USER_ROLES', 'JS_SCOPE'].includes(name)) return notSupported(`$$${name}`);
  return /^[a-zA-Z\u0080-\uffff]/.test(name)
    ? new CommandError(17276, `Use of undefined variable: ${name}`)
    : failedToParse(`'${name}' starts with an invalid character for a variable name`);
}

/** In expressions an array on the way stands for all of its documents, and a number in a path is only a name. */
function valueAlong(value: unknown, parts: readonly string[], depth: number): unknown {
  const part = parts[depth];
  if (part === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((item: unknown) => valueAlong(item, parts, depth)).filter((item) => item !== undefined);
  }
  return isDocument(value) ? valueAlong(ownField(value, part), parts, depth + 1) : undefined;
}
