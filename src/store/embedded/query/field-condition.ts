import { badValue, notSupported } from '../errors.ts';
import { toRegex } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric } from '../values/value-kind.ts';
import { allOf, compileFilter, type FilterScope, type Predicate } from './compile-filter.ts';
import { isOperators } from './is-operators.ts';
import { regexOperand, regexTest } from './regex-test.ts';
import { comparisonTest, equalityTest, inTest, modTest, typeTest, type ValueTest } from './value-tests.ts';
import { someAtPath } from './values-at-path.ts';

/** Compiles what a filter asks of one field: a value, a regular expression or operators. */
export function compileFieldCondition(path: string, operand: unknown, scope: FilterScope): Predicate {
  const parts = path.split('.');
  if (isOperators(operand)) {
    return allOperators(parts, operand, scope);
  }
  const regex = toRegex(operand);
  return anyValue(parts, regex ? regexTest(regex) : equalityTest(operand));
}

/** The operators that look at one value at a time, with what each asks of it. */
function valueTestOf(name: string, operand: unknown, siblings: Document): ValueTest | undefined {
  switch (name) {
    case '$eq':
      return equalityTest(operand);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparisonTest(name, operand);
    case '$in':
      return inTest(name, operand);
    case '$regex':
      return regexTest(regexOperand(operand, siblings.$options));
    case '$mod':
      return modTest(operand);
    case '$type':
      return typeTest(operand);
    default:
      return undefined;
  }
}

const onlyInMongo = new Set([
  '$bitsAllSet',
  '$bitsAnySet',
  '$bitsAllClear',
  '$bitsAnyClear',
  '$geoWithin',
  '$geoIntersects',
  '$near',
  '$nearSphere',
]);

/** One operator of a condition, with those that stand beside it. */
interface OperatorUse {
  readonly name: string;
  readonly operand: unknown;
  readonly siblings: Document;
}

function allOperators(parts: readonly string[], operators: Document, scope: FilterScope): Predicate {
  return allOf(
    Object.entries(operators).map(([name, operand]) =>
      compileOperator(parts, { name, operand, siblings: operators }, scope),
    ),
  );
}

function compileOperator(parts: readonly string[], use: OperatorUse, scope: FilterScope): Predicate {
  const { name, operand, siblings } = use;
  const test = valueTestOf(name, operand, siblings);
  if (test) return anyValue(parts, test);
  switch (name) {
    case '$ne':
      if (toRegex(operand)) throw badValue("Can't have regex as arg to $ne.");
      return not(anyValue(parts, equalityTest(operand)));
    case '$nin':
      return not(anyValue(parts, inTest(name, operand)));
    case '$not':
      return not(compileNot(parts, operand, scope));
    case '$exists':
      return existence(parts, operand);
    case '$size':
      return arraySize(parts, operand);
    case '$all':
      return compileAll(parts, operand, scope);
    case '$elemMatch':
      return anyWhole(parts, elementTest(operand, scope));
    default:
      return withoutEffect(use);
  }
}

function withoutEffect({ name, siblings }: OperatorUse): Predicate {
  if (name === '$comment' || (name === '$options' && '$regex' in siblings)) return () => true;
  if (name === '$options') throw badValue('$options needs a $regex');
  throw onlyInMongo.has(name) ? notSupported(name) : badValue(`unknown operator: ${name}`);
}

function anyValue(parts: readonly string[], test: ValueTest): Predicate {
  return anyWhole(parts, (value) => test(value) || (Array.isArray(value) && value.some(test)));
}

function anyWhole(parts: readonly string[], test: ValueTest): Predicate {
  return (document) => someAtPath(document, parts, test);
}

function not(predicate: Predicate): Predicate {
  return (document) => !predicate(document);
}

function compileNot(parts: readonly string[], operand: unknown, scope: FilterScope): Predicate {
  const regex = toRegex(operand);
  if (regex) return anyValue(parts, regexTest(regex));
  if (!isDocument(operand)) throw badValue('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw badValue('$not cannot be empty');
  return allOperators(parts, operand, scope);
}

function existence(parts: readonly string[], operand: unknown): Predicate {
  const isPresent = anyWhole(parts, (value) => value !== undefined);
  const isWanted = isNumeric(operand) ? toDouble(operand) !== 0 : operand !== false && operand !== null;
  return isWanted ? isPresent : not(isPresent);
}

function arraySize(parts: readonly string[], operand: unknown): Predicate {
  const size = isNumeric(operand) ? toDouble(operand) : Number.NaN;
  if (!Number.isInteger(size)) throw badValue(`Failed to parse $size. Expected an integer in: $size: ${operand}`);
  if (size < 0) throw badValue(`Failed to parse $size. Expected a non-negative number in: $size: ${size}`);
  return anyWhole(parts, (value) => Array.isArray(value) && value.length === size);
}

function compileAll(parts: readonly string[], operand: unknown, scope: FilterScope): Predicate {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return () => false;
  return allOf(
    operand.map((item: unknown) => {
      if (isDocument(item) && '$elemMatch' in item) return anyWhole(parts, elementTest(item.$elemMatch, scope));
      if (isOperators(item)) throw badValue('no $ expressions in $all');
      const regex = toRegex(item);
      return anyValue(parts, regex ? regexTest(regex) : equalityTest(item));
    }),
  );
}

/** A test for arrays with an element that meets all conditions of an `$elemMatch` at once. */
function elementTest(operand: unknown, scope: FilterScope): ValueTest {
  if (!isDocument(operand)) throw badValue('$elemMatch needs an Object');
  const names = Object.keys(operand);
  const isOfValues = names.some((name) => name.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(name));
  if (isOfValues) {
    const test = allOf(
      names.map((name) => singleValueTest({ name, operand: operand[name], siblings: operand }, scope)),
    );
    return (value) => Array.isArray(value) && value.some(test);
  }
  const test = compileFilter(operand, scope);
  return (value) => Array.isArray(value) && value.some((element) => isDocument(element) && test(element));
}

// Within $elemMatch the element itself is the value: an operator looks at it and, if it is an array, into it.
function singleValueTest(use: OperatorUse, scope: FilterScope): ValueTest {
  const test = valueTestOf(use.name, use.operand, use.siblings);
  if (test) return test;
  const predicate = compileOperator(['element'], use, scope);
  return (element) => predicate({ element });
}
