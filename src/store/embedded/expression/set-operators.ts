import { CommandError } from '../errors.ts';
import { isTruthy } from '../query/compile-filter.ts';
import { compareValues } from '../values/compare-values.ts';
import { encodeKey } from '../values/encode-key.ts';
import { kindOf } from '../values/value-kind.ts';
import { isNullish, type ValueOperator } from './evaluate.ts';

const any = Number.POSITIVE_INFINITY;

/** Operators that take arrays as sets: doubles and order do not count. */
export const setOperators: Record<string, ValueOperator> = {
  $setUnion: { takes: [0, any], compute: (args, name) => onSets(name, 17043, args, (sets) => inOrder(merged(sets))) },
  $setIntersection: { takes: [0, any], compute: (args, name) => onSets(name, 17047, args, intersection) },
  $setDifference: { takes: [2, 2], compute: (args, name) => onSets(name, 17048, args, difference) },
  $setEquals: { takes: [2, any], compute: (args, name) => sameSets(strictSets(name, 17044, args)) },
  $setIsSubset: { takes: [2, 2], compute: (args, name) => isSubset(strictSets(name, 17046, args)) },
  $anyElementTrue: { takes: [1, 1], compute: ([array], name) => elements(name, 17041, array).some(isTruthy) },
  $allElementsTrue: { takes: [1, 1], compute: ([array], name) => elements(name, 17040, array).every(isTruthy) },
};

/** Values by their encoding, by which equal values are one. */
type ValueSet = ReadonlyMap<string, unknown>;

function setOf(array: readonly unknown[]): ValueSet {
  return new Map(array.map((value) => [encodeKey(value).toString('latin1'), value]));
}

function onSets(name: string, code: number, args: readonly unknown[], operate: (sets: ValueSet[]) => unknown): unknown {
  return args.some(isNullish) ? null : operate(strictSets(name, code, args));
}

function strictSets(name: string, code: number, args: readonly unknown[]): ValueSet[] {
  return args.map((arg) => setOf(elements(name, code, arg)));
}

function elements(name: string, code: number, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new CommandError(code, `All operands of ${name} must be arrays. One argument is of type: ${kindOf(value)}`);
}

function merged(sets: readonly ValueSet[]): ValueSet {
  return new Map(sets.flatMap((set) => [...set]));
}

function inOrder(set: ValueSet): unknown[] {
  return [...set.values()].sort(compareValues);
}

function intersection([first, ...others]: readonly ValueSet[]): unknown[] {
  if (!first) return [];
  return inOrder(new Map([...first].filter(([key]) => others.every((other) => other.has(key)))));
}

function difference([first, second]: readonly ValueSet[]): unknown[] {
  return [...(first ?? [])].filter(([key]) => !second?.has(key)).map(([, value]) => value);
}

function sameSets([first, ...others]: readonly ValueSet[]): boolean {
  return others.every((other) => other.size === first?.size && [...other.keys()].every((key) => first.has(key)));
}

function isSubset([first, second]: readonly ValueSet[]): boolean {
  return [...(first?.keys() ?? [])].every((key) => second?.has(key) === true);
}
