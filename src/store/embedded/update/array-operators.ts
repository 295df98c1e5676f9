import { badValue, CommandError, failedToParse } from '../errors.ts';
import { compileFilter, type FilterScope } from '../query/compile-filter.ts';
import { compileFieldCondition } from '../query/field-condition.ts';
import { isOperators } from '../query/is-operators.ts';
import { parseSort, sortKeyOf } from '../query/sort-key.ts';
import { compareValues, equalValues, toRegex } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { inspectValue } from '../values/inspect-value.ts';
import { isWhole, toDouble } from '../values/numbers.ts';
import { isNumeric, kindOf } from '../values/value-kind.ts';
import { type FieldOperator, mustBeArray } from './field-operators.ts';

export const push: FieldOperator = (current, operand, context) => {
  if (current !== undefined && !Array.isArray(current)) throw mustBeArray(current, context);
  const { $each, $position, $slice, $sort } = pushClauses(operand);
  const array = [...(current ?? [])] as unknown[];
  array.splice($position === undefined ? array.length : placeIn(array, $position), 0, ...$each);
  if ($sort !== undefined) sortElements(array, $sort);
  return $slice === undefined ? array : sliced(array, wholeClause($slice, '$slice'));
};

export const addToSet: FieldOperator = (current, operand, context) => {
  if (current !== undefined && !Array.isArray(current)) throw mustBeArray(current, context);
  const added = isDocument(operand) && '$each' in operand ? eachOf(operand, '$addToSet') : [operand];
  const array = [...(current ?? [])] as unknown[];
  for (const item of added) {
    if (!array.some((known) => equalValues(known, item))) array.push(item);
  }
  return array;
};

export const pop: FieldOperator = (current, operand, context) => {
  const end = isNumeric(operand) ? toDouble(operand) : Number.NaN;
  if (end !== 1 && end !== -1) throw failedToParse(`$pop expects 1 or -1, found: ${inspectValue(operand)}`);
  if (current === undefined) return undefined;
  if (!Array.isArray(current)) {
    throw new CommandError(14, `Path '${context.path}' contains an element of non-array type '${kindOf(current)}'`);
  }
  return end === 1 ? current.slice(0, -1) : current.slice(1);
};

export const pullAll: FieldOperator = (current, operand) => {
  if (!Array.isArray(operand)) throw badValue(`$pullAll requires an array argument but was given a ${kindOf(operand)}`);
  return removeFrom(current, '$pullAll', (element) => operand.some((item) => equalValues(item, element)));
};

/** `$pull` with the filter language for its condition. */
export function pullWith(scope: FilterScope): FieldOperator {
  return (current, operand) => removeFrom(current, '$pull', pullTest(operand, scope));
}

/** What a `$push` puts to the end of an array, where that is all it does. */
export function valuesAppended(operand: unknown): readonly unknown[] | undefined {
  const isPlain = !isDocument(operand) || !('$each' in operand) || Object.keys(operand).length === 1;
  return isPlain ? pushClauses(operand).$each : undefined;
}

interface PushClauses {
  readonly $each: readonly unknown[];
  readonly $position?: unknown;
  readonly $slice?: unknown;
  readonly $sort?: unknown;
}

function pushClauses(operand: unknown): PushClauses {
  if (!isDocument(operand) || !('$each' in operand)) return { $each: [operand] };
  const unknown = Object.keys(operand).find((name) => !['$each', '$position', '$slice', '$sort'].includes(name));
  if (unknown) throw badValue(`Unrecognized clause in $push: ${unknown}`);
  return { ...operand, $each: eachOf(operand, '$push') };
}

function eachOf(operand: Document, operator: string): unknown[] {
  if (Array.isArray(operand.$each)) return operand.$each;
  const code = operator === '$push' ? 2 : 14;
  throw new CommandError(
    code,
    `The argument to $each in ${operator} must be an array but it was of type: ${kindOf(operand.$each)}`,
  );
}

function wholeClause(value: unknown, name: string): number {
  if (!isNumeric(value) || !isWhole(value)) {
    throw badValue(`The value for ${name} must be an integer value but was given type: ${kindOf(value)}`);
  }
  return toDouble(value);
}

function placeIn(array: readonly unknown[], position: unknown): number {
  const place = wholeClause(position, '$position');
  return place >= 0 ? Math.min(place, array.length) : Math.max(0, array.length + place);
}

function sliced(array: readonly unknown[], count: number): unknown[] {
  if (count === 0) return [];
  return count > 0 ? array.slice(0, count) : array.slice(count);
}

function sortElements(array: unknown[], sort: unknown): void {
  if (isNumeric(sort)) {
    const direction = toDouble(sort);
    if (direction !== 1 && direction !== -1) throw badValue('The $sort element value must be either 1 or -1');
    array.sort((a, b) => direction * compareValues(a, b));
    return;
  }
  if (!isDocument(sort))
    throw badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  const fields = parseSort(sort);
  const keyed = array.map((element) => ({ element, key: sortKeyOf(isDocument(element) ? element : {}, fields) }));
  keyed.sort((a, b) => Buffer.compare(a.key, b.key));
  array.splice(0, array.length, ...keyed.map(({ element }) => element));
}

function removeFrom(current: unknown, operator: string, isRemoved: (element: unknown) => boolean): unknown {
  if (current === undefined) return undefined;
  if (!Array.isArray(current)) throw badValue(`Cannot apply ${operator} to a non-array value`);
  return current.filter((element: unknown) => !isRemoved(element));
}

function pullTest(operand: unknown, scope: FilterScope): (element: unknown) => boolean {
  if (isOperators(operand) || toRegex(operand)) {
    const matches = compileFieldCondition('element', operand, scope);
    return (element) => matches({ element });
  }
  if (!isDocument(operand)) return (element) => equalValues(element, operand);
  const matches = compileFilter(operand, scope);
  return (element) => isDocument(element) && matches(element);
}
