import { CommandError } from '../errors.ts';
import { type Document, isDocument, ownField, setField } from '../values/document.ts';
import { kindOf } from '../values/value-kind.ts';
import { isNullish, type OperatorCompiler, type ValueOperator } from './evaluate.ts';
import { namedArguments } from './named-arguments.ts';

/** Operators on documents that only need their arguments' values. */
export const objectOperators: Record<string, ValueOperator> = {
  $mergeObjects: {
    takes: [0, Number.POSITIVE_INFINITY],
    compute: (args) => mergeObjects(args.length === 1 && Array.isArray(args[0]) ? args[0] : args),
  },
};

/** Operators that reach one field by its name, whatever characters that has. */
export const fieldOperators: Record<string, OperatorCompiler> = {
  $getField: (operand, compile) => {
    const { field, input } = isNamed(operand) ? operand : { field: operand, input: '$$CURRENT' };
    const [name, source] = [compile(field), compile(input ?? '$$CURRENT')];
    return (variables) => {
      const document = source(variables);
      if (isNullish(document)) return document;
      return isDocument(document) ? ownField(document, fieldName(name(variables))) : undefined;
    };
  },
  $setField: (operand, compile) => {
    const fields = ['field', 'input', 'value'];
    const { field, input, value } = namedArguments('$setField', operand, fields, fields);
    const [name, source, replacement] = [compile(field), compile(input), compile(value)];
    return (variables) => changedField(source(variables), fieldName(name(variables)), replacement(variables));
  },
  $unsetField: (operand, compile) => {
    const fields = ['field', 'input'];
    const { field, input } = namedArguments('$unsetField', operand, fields, fields);
    const [name, source] = [compile(field), compile(input)];
    return (variables) => changedField(source(variables), fieldName(name(variables)), undefined);
  },
};

/** Documents laid over each other; later ones win, null counts as empty. */
export function mergeObjects(documents: readonly unknown[]): Document {
  const merged: Document = {};
  for (const document of documents) {
    if (isNullish(document)) continue;
    if (!isDocument(document))
      throw new CommandError(
        40400,
        `$mergeObjects requires object inputs, but input ${kindOf(document)} is of type ${kindOf(document)}`,
      );
    for (const [field, value] of Object.entries(document)) setField(merged, field, value);
  }
  return merged;
}

function isNamed(operand: unknown): operand is Document {
  return isDocument(operand) && 'field' in operand;
}

function fieldName(name: unknown): string {
  if (typeof name === 'string') return name;
  throw new CommandError(3041704, `$getField requires 'field' to evaluate to type String, but got ${kindOf(name)}`);
}

function changedField(document: unknown, field: string, value: unknown): unknown {
  if (isNullish(document)) return null;
  if (!isDocument(document))
    throw new CommandError(
      4161105,
      `$setField requires 'input' to evaluate to type Object, but got ${kindOf(document)}`,
    );
  const copy = { ...document };
  if (value === undefined) delete copy[field];
  else setField(copy, field, value);
  return copy;
}
