import { badValue, CommandError, failedToParse } from '../errors.ts';
import { compareValues, equalValues, toRegex } from '../values/compare-values.ts';
import { encodeKey } from '../values/encode-key.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric, kindNumbers, kindOf, kindRanks, rankOf, type ValueKind } from '../values/value-kind.ts';
import { isOperators } from './is-operators.ts';
import { regexTest } from './regex-test.ts';

/** A question about one value, which is undefined where a document has no such field. */
export type ValueTest = (value: unknown) => boolean;

/** Equality as filters mean it: null is also a missing field. */
export function equalityTest(operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  return (value) => value !== undefined && equalValues(value, operand);
}

/** An order comparison, which is true between values of one type only, except with MinKey and MaxKey. */
export function comparisonTest(name: '$gt' | '$gte' | '$lt' | '$lte', operand: unknown): ValueTest {
  if (toRegex(operand)) throw badValue(`Can't have RegEx as arg to predicate over field '${name}'.`);
  const passes = orderTests[name];
  const rank = rankOf(operand);
  if (operand === null || operand === undefined) {
    return name === '$gte' || name === '$lte' ? equalityTest(null) : () => false;
  }
  if (rank === kindRanks.minKey || rank === kindRanks.maxKey) {
    return (value) => value !== undefined && passes(compareValues(value, operand));
  }
  if (Number.isNaN(toDouble(operand)) && isNumeric(operand)) {
    return (value) => isNumeric(value) && Number.isNaN(toDouble(value)) && passes(0);
  }
  return (value) => rankOf(value) === rank && !isNotANumber(value) && passes(compareValues(value, operand));
}

/** Whether a value equals one of a list or matches one of its regular expressions. */
export function inTest(name: string, operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw badValue(`${name} needs an array`);
  if (operand.some(isOperators)) throw badValue(`cannot nest $ under ${name}`);
  const regexes = operand.map(toRegex).filter((regex) => regex !== undefined);
  const regexTests = regexes.map(regexTest);
  const isListed = membership(operand.filter((item) => !toRegex(item)));
  if (regexTests.length === 0) return isListed;
  return (value) => isListed(value) || regexTests.some((test) => test(value));
}

/** Whether a number leaves a remainder; both sides are cut to whole numbers, as MongoDB does. */
export function modTest(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array');
  if (operand.length < 2) throw badValue('malformed mod, not enough elements');
  if (operand.length > 2) throw badValue('malformed mod, too many elements');
  const [divisor = 0, remainder = 0] = operand.map((item: unknown) => {
    if (!isNumeric(item)) throw badValue('malformed mod, divisor not a number');
    return Math.trunc(toDouble(item));
  });
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return (value) => isNumeric(value) && Math.trunc(toDouble(value)) % divisor === remainder;
}

/** Whether a value has one of the given BSON types, named by alias or number. */
export function typeTest(operand: unknown): ValueTest {
  const wanted = Array.isArray(operand) ? operand : [operand];
  if (wanted.length === 0) throw failedToParse(' must match at least one type');
  const kinds = new Set(wanted.flatMap(kindsNamed));
  return (value) => kinds.has(kindOf(value));
}

const orderTests = {
  $gt: (order: number) => order > 0,
  $gte: (order: number) => order >= 0,
  $lt: (order: number) => order < 0,
  $lte: (order: number) => order <= 0,
} as const;

const numericKinds: readonly ValueKind[] = ['int', 'long', 'double', 'decimal'];

/** From how many values on a list is looked up by encoded key and not walked. */
const longList = 12;

function membership(items: readonly unknown[]): ValueTest {
  if (items.length < longList) {
    const tests = items.map(equalityTest);
    return (value) => tests.some((test) => test(value));
  }
  const keys = new Set(items.map((item) => encodeKey(item).toString('latin1')));
  const hasNull = items.includes(null);
  return (value) => (value === undefined ? hasNull : keys.has(encodeKey(value).toString('latin1')));
}

function isNotANumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isNaN(value);
}

function kindsNamed(name: unknown): readonly ValueKind[] {
  if (name === 'number') return numericKinds;
  const kinds = Object.keys(kindNumbers) as (keyof typeof kindNumbers)[];
  if (typeof name === 'string') {
    const kind = kinds.find((known) => known === name);
    if (!kind) throw badValue(`Unknown type name alias: ${name}`);
    return [kind];
  }
  if (!isNumeric(name)) throw new CommandError(14, 'type must be represented as a number or a string');
  const kind = kinds.find((known) => kindNumbers[known] === toDouble(name));
  if (!kind) throw badValue(`Invalid numerical type code: ${toDouble(name)}`);
  return [kind];
}
