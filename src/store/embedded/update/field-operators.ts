import { Timestamp } from 'bson';
import { badValue, type CommandError, failedToParse, typeMismatch } from '../errors.ts';
import { addNumbers, asLong, asWhole, multiplyNumbers, toBigInt } from '../values/arithmetic.ts';
import { compareValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { inspectValue } from '../values/inspect-value.ts';
import { isNumeric, kindOf } from '../values/value-kind.ts';

/** What an operator knows beyond the present value of its field. */
export interface OperatorContext {
  readonly path: string;
  /** The `_id` of the document, for error texts. */
  readonly id: unknown;
  readonly now: Date;
}

/** Computes the new value of a field from the present one, which is undefined where there is none. */
export type FieldOperator = (current: unknown, operand: unknown, context: OperatorContext) => unknown;

export const increment: FieldOperator = (current, operand, context) => {
  if (!isNumeric(operand)) {
    throw typeMismatch(`Cannot increment with non-numeric argument: {${context.path}: ${inspectValue(operand)}}`);
  }
  return current === undefined ? operand : addNumbers(numberIn(current, '$inc', context), operand);
};

export const multiply: FieldOperator = (current, operand, context) => {
  if (!isNumeric(operand)) {
    throw typeMismatch(`Cannot multiply with non-numeric argument: {${context.path}: ${inspectValue(operand)}}`);
  }
  return multiplyNumbers(current === undefined ? 0 : numberIn(current, '$mul', context), operand);
};

export const smaller: FieldOperator = (current, operand) =>
  current === undefined || compareValues(operand, current) < 0 ? operand : current;

export const larger: FieldOperator = (current, operand) =>
  current === undefined || compareValues(operand, current) > 0 ? operand : current;

export const currentDate: FieldOperator = (_current, operand, { path, now }) => {
  if (typeof operand === 'boolean') return now;
  const type = isDocument(operand) ? operand.$type : undefined;
  if (!isDocument(operand)) {
    throw badValue(
      `${kindOf(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  if (type === 'date') return now;
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  throw badValue(
    `The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {${path} : {$type: 'date'}}}`,
  );
};

export const bits: FieldOperator = (current, operand, context) => {
  if (!isDocument(operand)) {
    throw badValue(
      `The $bit modifier is not compatible with a ${kindOf(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}}`,
    );
  }
  if (Object.keys(operand).length === 0) {
    throw badValue(`You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}}`);
  }
  const start = current ?? 0;
  if (!isWholeKind(start)) {
    throw badValue(
      `Cannot apply $bit to a value of non-integral type.${nameOf(context)} has the field ${context.path} of non-integer type ${kindOf(start)}`,
    );
  }
  return Object.entries(operand).reduce<unknown>((value, [name, mask]) => oneBitStep(value, name, mask), start);
};

/** The refusal of a value that is no number under `$inc` and its like. */
function numberIn(current: unknown, operator: string, context: OperatorContext): unknown {
  if (isNumeric(current)) return current;
  throw typeMismatch(
    `Cannot apply ${operator} to a value of non-numeric type. ${nameOf(context)} has the field '${lastPart(context.path)}' of non-numeric type ${kindOf(current)}`,
  );
}

function oneBitStep(value: unknown, name: string, mask: unknown): unknown {
  if (!isWholeKind(mask))
    throw badValue(
      `The $bit modifier field must be an Integer(32/64 bit); a '${kindOf(mask)}' is not supported here: {${name}: ${inspectValue(mask)}}`,
    );
  const [a, b] = [toBigInt(value), toBigInt(mask)];
  const isLong = kindOf(value) === 'long' || kindOf(mask) === 'long';
  const pack = isLong ? asLong : asWhole;
  if (name === 'and') return pack(a & b);
  if (name === 'or') return pack(a | b);
  if (name === 'xor') return pack(a ^ b);
  throw badValue(
    `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${name}: ${inspectValue(mask)}}`,
  );
}

function isWholeKind(value: unknown): boolean {
  return kindOf(value) === 'int' || kindOf(value) === 'long';
}

function lastPart(path: string): string {
  return path.split('.').at(-1) ?? path;
}

/** A document as error texts name it. */
export function nameOf({ id }: { readonly id: unknown }): string {
  return id === undefined ? '{}' : `{_id: ${inspectValue(id)}}`;
}

/** The refusal to treat something as an array that is none. */
export function mustBeArray(current: unknown, context: OperatorContext): CommandError {
  return badValue(
    `The field '${context.path}' must be an array but is of type ${kindOf(current)} in document ${nameOf(context)}`,
  );
}

/** The operand of a document-valued clause, checked for its shape. */
export function clauseOf(operand: unknown, what: string): Document {
  if (!isDocument(operand)) throw failedToParse(`${what} requires a document`);
  return operand;
}
