import { Decimal128, Long } from 'bson';
import { badValue, CommandError, typeMismatch } from '../errors.ts';
import { addNumbers, asDouble, asLong, multiplyNumbers, subtractNumbers, toBigInt } from '../values/arithmetic.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric, kindOf } from '../values/value-kind.ts';
import { isNullish, type ValueOperator } from './evaluate.ts';

const any = Number.POSITIVE_INFINITY;

/** The four rules of arithmetic and rounding, in the wider type of their operands. */
export const arithmeticOperators: Record<string, ValueOperator> = {
  $add: { takes: [0, any], compute: add },
  $subtract: { takes: [2, 2], compute: ([a, b]) => subtract(a, b) },
  $multiply: { takes: [0, any], compute: multiply },
  $divide: { takes: [2, 2], compute: ([a, b]) => divide(a, b) },
  $mod: { takes: [2, 2], compute: ([a, b]) => remainder(a, b) },
  $abs: {
    takes: [1, 1],
    compute: ([a]) =>
      onNumber('$abs', a, (value) =>
        toDouble(value) < 0 || Object.is(toDouble(value), -0) ? subtractNumbers(0, value) : value,
      ),
  },
  $ceil: { takes: [1, 1], compute: ([a]) => onNumber('$ceil', a, (value) => rounded(value, Math.ceil)) },
  $floor: { takes: [1, 1], compute: ([a]) => onNumber('$floor', a, (value) => rounded(value, Math.floor)) },
  $round: { takes: [1, 2], compute: ([a, place = 0]) => roundTo('$round', a, place, roundHalfEven) },
  $trunc: { takes: [1, 2], compute: ([a, place = 0]) => roundTo('$trunc', a, place, Math.trunc) },
};

function add(args: readonly unknown[]): unknown {
  let sum: unknown = 0;
  let date: Date | undefined;
  for (const arg of args) {
    if (isNullish(arg)) return null;
    if (arg instanceof Date) {
      if (date) throw new CommandError(16612, 'only one date allowed in an $add expression');
      date = arg;
    } else if (isNumeric(arg)) {
      sum = addNumbers(sum, arg);
    } else {
      throw typeMismatch(`$add only supports numeric or date types, not ${kindOf(arg)}`);
    }
  }
  return date ? new Date(date.getTime() + Math.round(toDouble(sum))) : sum;
}

function subtract(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(toDouble(b)));
  if (isNumeric(a) && isNumeric(b)) return subtractNumbers(a, b);
  throw typeMismatch(`can't $subtract ${kindOf(b)} from ${kindOf(a)}`);
}

function multiply(args: readonly unknown[]): unknown {
  if (args.some(isNullish)) return null;
  return args.reduce((product, arg) => {
    if (!isNumeric(arg)) throw typeMismatch(`$multiply only supports numeric types, not ${kindOf(arg)}`);
    return multiplyNumbers(product, arg);
  }, 1);
}

function divide(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b))
    throw typeMismatch(`$divide only supports numeric types, not ${kindOf(a)} and ${kindOf(b)}`);
  if (toDouble(b) === 0) throw badValue("can't $divide by zero");
  const quotient = toDouble(a) / toDouble(b);
  return isDecimal(a, b) ? Decimal128.fromString(String(quotient)) : asDouble(quotient);
}

function remainder(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b))
    throw typeMismatch(`$mod only supports numeric types, not ${kindOf(a)} and ${kindOf(b)}`);
  if (toDouble(b) === 0) throw new CommandError(16610, "can't $mod by zero");
  const kinds = [kindOf(a), kindOf(b)];
  if (kinds.includes('double') || kinds.includes('decimal')) return asDouble(toDouble(a) % toDouble(b));
  const result = toBigInt(a) % toBigInt(b);
  return kinds.includes('long') ? asLong(result) : Number(result);
}

/** Applies an operation to a number; null stays null. */
export function onNumber(name: string, value: unknown, operate: (value: unknown) => unknown): unknown {
  if (isNullish(value)) return null;
  if (!isNumeric(value)) throw new CommandError(28765, `${name} only supports numeric types, not ${kindOf(value)}`);
  return operate(value);
}

function rounded(value: unknown, round: (value: number) => number): unknown {
  const kind = kindOf(value);
  if (kind === 'int' || kind === 'long') return value;
  const result = round(toDouble(value));
  return kind === 'decimal' ? Decimal128.fromString(String(result)) : asDouble(result);
}

function roundTo(name: string, value: unknown, place: unknown, round: (value: number) => number): unknown {
  if (isNullish(place)) return null;
  const digits = toDouble(place);
  if (!Number.isInteger(digits) || digits < -20 || digits > 100) {
    throw new CommandError(51083, `cannot apply ${name} with precision value ${digits} value must be in [-20, 100]`);
  }
  return onNumber(name, value, (number) => {
    if (digits === 0) return rounded(number, round);
    const scaled = shift(round(shift(toDouble(number), digits)), -digits);
    const kind = kindOf(number);
    if (kind === 'int' || kind === 'long') return digits > 0 ? number : scaled;
    return kind === 'decimal' ? Decimal128.fromString(String(scaled)) : asDouble(scaled);
  });
}

// By text, for 1.005 × 100 is not 100.5 in binary.
function shift(value: number, digits: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const fraction = value - below;
  if (fraction !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function isDecimal(...values: readonly unknown[]): boolean {
  return values.some((value) => value instanceof Decimal128);
}
