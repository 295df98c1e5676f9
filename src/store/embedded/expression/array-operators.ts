import { CommandError } from '../errors.ts';
import { equalValues } from '../values/compare-values.ts';
import { type Document, isDocument, setField } from '../values/document.ts';
import { isWhole, toDouble } from '../values/numbers.ts';
import { isNumeric, kindOf } from '../values/value-kind.ts';
import { isNullish, type ValueOperator } from './evaluate.ts';
import { arrayIn } from './iteration-operators.ts';

const any = Number.POSITIVE_INFINITY;

/** Operators on arrays that only need their arguments' values. */
export const arrayOperators: Record<string, ValueOperator> = {
  $size: { takes: [1, 1], compute: ([array]) => sizeOf(array) },
  $isArray: { takes: [1, 1], compute: ([value]) => Array.isArray(value) },
  $arrayElemAt: { takes: [2, 2], compute: ([array, at]) => elementAt(array, at) },
  $first: { takes: [1, 1], compute: ([array]) => endOf('$first', array, 0) },
  $last: { takes: [1, 1], compute: ([array]) => endOf('$last', array, -1) },
  $slice: { takes: [2, 3], compute: slice },
  $concatArrays: { takes: [0, any], compute: concatArrays },
  $reverseArray: { takes: [1, 1], compute: ([array]) => arrayIn('$reverseArray', 34435, array)?.toReversed() ?? null },
  $in: { takes: [2, 2], compute: ([value, array]) => isIn(value, array) },
  $indexOfArray: { takes: [2, 4], compute: indexOfArray },
  $range: { takes: [2, 3], compute: range },
  $arrayToObject: { takes: [1, 1], compute: ([array]) => arrayToObject(array) },
  $objectToArray: { takes: [1, 1], compute: ([value]) => objectToArray(value) },
};

function sizeOf(array: unknown): number {
  if (!Array.isArray(array)) {
    throw new CommandError(17124, `The argument to $size must be an array, but was of type: ${kindOf(array)}`);
  }
  return array.length;
}

function elementAt(array: unknown, at: unknown): unknown {
  if (isNullish(array) || isNullish(at)) return null;
  if (!Array.isArray(array))
    throw new CommandError(28689, `$arrayElemAt's first argument must be an array, but is ${kindOf(array)}`);
  if (!isNumeric(at) || !isWhole(at))
    throw new CommandError(28690, `$arrayElemAt's second argument must be a numeric value, but is ${kindOf(at)}`);
  return array.at(toDouble(at));
}

function endOf(name: string, array: unknown, at: number): unknown {
  if (isNullish(array)) return null;
  if (!Array.isArray(array))
    throw new CommandError(28689, `${name}'s argument must be an array, but is ${kindOf(array)}`);
  return array.at(at);
}

function slice([array, first, second]: readonly unknown[]): unknown {
  if (isNullish(array) || isNullish(first)) return null;
  if (!Array.isArray(array))
    throw new CommandError(28724, `First argument to $slice must be an array, but is of type: ${kindOf(array)}`);
  if (!isNumeric(first))
    throw new CommandError(
      28725,
      `Second argument to $slice must be a numeric value, but is of type: ${kindOf(first)}`,
    );
  const start = toDouble(first);
  if (second === undefined) return start >= 0 ? array.slice(0, start) : array.slice(start);
  if (second === null) return null;
  const count = toDouble(second);
  if (!(count > 0)) throw new CommandError(28729, `Third argument to $slice must be positive: ${count}`);
  const from = start >= 0 ? start : Math.max(0, array.length + start);
  return array.slice(from, from + count);
}

function concatArrays(args: readonly unknown[]): unknown {
  if (args.some(isNullish)) return null;
  return args.flatMap((arg) => arrayIn('$concatArrays', 28664, arg) ?? []);
}

function isIn(value: unknown, array: unknown): boolean {
  if (!Array.isArray(array))
    throw new CommandError(40081, `$in requires an array as a second argument, found: ${kindOf(array)}`);
  return array.some((element) => equalValues(element, value));
}

function indexOfArray([array, value, start = 0, end]: readonly unknown[]): unknown {
  const elements = arrayIn('$indexOfArray', 40090, array);
  if (!elements) return null;
  const last = end === undefined ? elements.length : Math.min(toDouble(end), elements.length);
  for (let at = toDouble(start); at < last; at += 1) if (equalValues(elements[at], value)) return at;
  return -1;
}

function range([start, end, step = 1]: readonly unknown[]): unknown[] {
  const [from, to, by] = [toDouble(start), toDouble(end), toDouble(step)];
  if (![from, to, by].every(Number.isInteger)) throw new CommandError(34443, '$range requires whole numbers');
  if (by === 0) throw new CommandError(34449, '$range requires a non-zero step value');
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / by)) }, (_item, at) => from + at * by);
}

function arrayToObject(array: unknown): unknown {
  const entries = arrayIn('$arrayToObject', 40386, array);
  if (!entries) return null;
  const object: Document = {};
  for (const entry of entries) {
    const [key, value] = Array.isArray(entry) ? entry : isDocument(entry) ? [entry.k, entry.v] : [];
    if (typeof key !== 'string') throw new CommandError(40394, '$arrayToObject requires keys that are strings');
    setField(object, key, value);
  }
  return object;
}

function objectToArray(value: unknown): unknown {
  if (isNullish(value)) return null;
  if (!isDocument(value))
    throw new CommandError(40390, `$objectToArray requires a document input, found: ${kindOf(value)}`);
  return Object.entries(value).map(([k, v]) => ({ k, v }));
}
