import { CommandError } from '../errors.ts';
import { addNumbers, asDouble } from '../values/arithmetic.ts';
import { compareValues } from '../values/compare-values.ts';
import { type Document, isDocument, setField } from '../values/document.ts';
import { encodeKey } from '../values/encode-key.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric, kindOf } from '../values/value-kind.ts';

/** What an accumulator has gathered of one group so far. */
export interface Accumulation {
  add(value: unknown): void;
  result(): unknown;
}

/** The accumulators that take one value a document. */
export const accumulators: Readonly<Record<string, () => Accumulation>> = {
  $sum: () => fold<unknown>(0, (sum, value) => (isNumeric(value) ? addNumbers(sum, value) : sum)),
  $avg: average,
  $min: () => extreme((order) => order < 0),
  $max: () => extreme((order) => order > 0),
  $first: () => keepOne((count) => count === 0),
  $last: () => keepOne(() => true),
  $push: () => list(),
  $addToSet: distinctValues,
  $mergeObjects: merge,
  $stdDevPop: () => deviation((count) => count),
  $stdDevSamp: () => deviation((count) => count - 1),
};

function fold<T>(start: T, step: (sum: T, value: unknown) => T): Accumulation {
  let sum = start;
  return {
    add: (value) => {
      sum = step(sum, value);
    },
    result: () => sum,
  };
}

function average(): Accumulation {
  let sum: unknown = 0;
  let count = 0;
  return {
    add: (value) => {
      if (!isNumeric(value)) return;
      sum = addNumbers(sum, value);
      count += 1;
    },
    result: () => (count === 0 ? null : asDouble(toDouble(sum) / count)),
  };
}

function extreme(isBetter: (order: number) => boolean): Accumulation {
  let best: unknown;
  return {
    add: (value) => {
      if (value === null || value === undefined) return;
      if (best === undefined || isBetter(compareValues(value, best))) best = value;
    },
    result: () => best ?? null,
  };
}

function keepOne(isKept: (count: number) => boolean): Accumulation {
  let [kept, count]: [unknown, number] = [undefined, 0];
  return {
    add: (value) => {
      if (isKept(count)) kept = value;
      count += 1;
    },
    result: () => kept ?? null,
  };
}

function list(): Accumulation {
  const values: unknown[] = [];
  return {
    add: (value) => {
      if (value !== undefined) values.push(value);
    },
    result: () => values,
  };
}

function distinctValues(): Accumulation {
  const values = new Map<string, unknown>();
  return {
    add: (value) => {
      if (value === undefined) return;
      const key = encodeKey(value).toString('latin1');
      if (!values.has(key)) values.set(key, value);
    },
    result: () => [...values.values()],
  };
}

function merge(): Accumulation {
  const merged: Document = {};
  return {
    add: (value) => {
      if (value === null || value === undefined) return;
      if (!isDocument(value))
        throw new CommandError(40400, `$mergeObjects requires object inputs, but input is of type ${kindOf(value)}`);
      for (const [field, item] of Object.entries(value)) setField(merged, field, item);
    },
    result: () => merged,
  };
}

/** Welford's method: exact enough in one pass. */
function deviation(divisor: (count: number) => number): Accumulation {
  let [count, mean, squares] = [0, 0, 0];
  return {
    add: (value) => {
      if (!isNumeric(value)) return;
      const number = toDouble(value);
      count += 1;
      const delta = number - mean;
      mean += delta / count;
      squares += delta * (number - mean);
    },
    result: () => (divisor(count) <= 0 ? null : asDouble(Math.sqrt(squares / divisor(count)))),
  };
}
