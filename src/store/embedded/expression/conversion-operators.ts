import { Decimal128, Double, Long, ObjectId } from 'bson';
import { badValue, CommandError } from '../errors.ts';
import { isTruthy } from '../query/compile-filter.ts';
import { asDouble, asLong, toBigInt } from '../values/arithmetic.ts';
import { textOf } from '../values/compare-values.ts';
import { isDocument } from '../values/document.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric, kindNumbers, kindOf } from '../values/value-kind.ts';
import { parseDate } from './date-text.ts';
import { isNullish, type OperatorCompiler, type ValueOperator } from './evaluate.ts';
import { namedArguments } from './named-arguments.ts';

/** Operators that ask for a type or change it. */
export const conversionOperators: Record<string, ValueOperator> = {
  $type: { takes: [1, 1], compute: ([value]) => kindOf(value) },
  $isNumber: { takes: [1, 1], compute: ([value]) => isNumeric(value) },
  $toString: conversion('string'),
  $toInt: conversion('int'),
  $toLong: conversion('long'),
  $toDouble: conversion('double'),
  $toDecimal: conversion('decimal'),
  $toBool: conversion('bool'),
  $toDate: conversion('date'),
  $toObjectId: conversion('objectId'),
};

/** `$convert`, with what it gives on null and on failure. */
export const convertOperator: OperatorCompiler = (operand, compile) => {
  const known = ['input', 'to', 'onError', 'onNull'];
  const { input, to, onError, onNull } = namedArguments('$convert', operand, known, ['input', 'to']);
  const [source, target] = [compile(input), compile(to)];
  const otherwise = { onError: onError === undefined ? undefined : compile(onError), onNull: compile(onNull ?? null) };
  return (variables) => {
    const value = source(variables);
    if (isNullish(value)) return otherwise.onNull(variables);
    try {
      return convert(value, targetName(target(variables)));
    } catch (cause) {
      if (otherwise.onError && cause instanceof CommandError) return otherwise.onError(variables);
      throw cause;
    }
  };
};

/** A value as text, as string operators take it; null where there is none. */
export function toText(value: unknown): string | undefined {
  if (isNullish(value)) return undefined;
  const kind = kindOf(value);
  if (kind === 'object' || kind === 'array')
    throw new CommandError(16007, `can't convert from BSON type ${kind} to String`);
  return String(convert(value, 'string'));
}

type Target = 'string' | 'int' | 'long' | 'double' | 'decimal' | 'bool' | 'date' | 'objectId';

function conversion(target: Target): ValueOperator {
  return { takes: [1, 1], compute: ([value]) => (isNullish(value) ? null : convert(value, target)) };
}

const converters: Record<Target, (value: unknown) => unknown> = {
  string: convertToText,
  int: (value) => inRange(numberOf(value, 'int'), 32, 'int'),
  long: (value) => inRange(numberOf(value, 'long'), 64, 'long'),
  double: (value) => asDouble(toDouble(numberOf(value, 'double'))),
  decimal: (value) => decimalOf(numberOf(value, 'decimal')),
  bool: (value) => isTruthy(value),
  date: convertToDate,
  objectId: convertToObjectId,
};

function convert(value: unknown, target: Target): unknown {
  return kindOf(value) === target ? value : converters[target](value);
}

function targetName(to: unknown): Target {
  const name = isNumeric(to) ? Object.entries(kindNumbers).find(([, number]) => number === toDouble(to))?.[0] : to;
  if (typeof name === 'string' && name in converters) return name as Target;
  throw badValue(`Unknown type name: ${String(isDocument(to) ? 'object' : to)}`);
}

function impossible(value: unknown, target: Target): CommandError {
  return new CommandError(
    241,
    `Unsupported conversion from ${kindOf(value)} to ${target} in $convert with no onError value`,
  );
}

function convertToText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof Double) return String(value.value);
  const kind = kindOf(value);
  if (kind === 'symbol' || kind === 'bool' || isNumeric(value)) return textOf(value);
  throw impossible(value, 'string');
}

function numberOf(value: unknown, target: Target): unknown {
  if (isNumeric(value)) return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date && target !== 'int') return Long.fromNumber(value.getTime());
  if (typeof value !== 'string') throw impossible(value, target);
  const isWhole = /^[-+]?\d+$/.test(value);
  const isReal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$|^[-+]?(inf|infinity|nan)$/i.test(value);
  if (isWhole ? false : target === 'int' || target === 'long' || !isReal) {
    throw new CommandError(
      241,
      `Failed to parse number '${value}' in $convert with no onError value: Did not consume whole string.`,
    );
  }
  return target === 'decimal'
    ? Decimal128.fromString(value)
    : isWhole && target !== 'double'
      ? asLong(BigInt(value))
      : Number(value);
}

function inRange(value: unknown, bits: 32 | 64, target: Target): unknown {
  const double = toDouble(value);
  const whole = Number.isFinite(double) ? toBigInt(value) : undefined;
  if (whole === undefined || BigInt.asIntN(bits, whole) !== whole) {
    throw new CommandError(
      241,
      `Conversion would overflow target type in $convert with no onError value: ${double} to ${target}`,
    );
  }
  return bits === 32 ? Number(whole) : asLong(whole);
}

function decimalOf(value: unknown): Decimal128 {
  if (value instanceof Decimal128) return value;
  return Decimal128.fromString(value instanceof Long ? value.toString() : String(toDouble(value)));
}

function convertToDate(value: unknown): Date {
  if (value instanceof ObjectId) return value.getTimestamp();
  const kind = kindOf(value);
  if (kind === 'long' || kind === 'double' || kind === 'decimal') return new Date(Math.trunc(toDouble(value)));
  if (typeof value === 'string') return parseDate(value);
  throw impossible(value, 'date');
}

function convertToObjectId(value: unknown): ObjectId {
  if (typeof value !== 'string') throw impossible(value, 'objectId');
  if (!/^[0-9a-f]{24}$/i.test(value)) {
    throw new CommandError(
      241,
      `Failed to parse objectId '${value}' in $convert with no onError value: Invalid string length for parsing to OID, expected 24 but found ${value.length}`,
    );
  }
  return new ObjectId(value);
}
