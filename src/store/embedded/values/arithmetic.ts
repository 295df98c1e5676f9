import { Decimal128, Double, Long } from 'bson';
import { badValue } from '../errors.ts';
import { exactDigits, toDouble } from './numbers.ts';
import { kindOf } from './value-kind.ts';

/** The types that arithmetic keeps: the wider of the two operands' decides. */
type Width = 'int' | 'long' | 'double' | 'decimal';
const widths: readonly Width[] = ['int', 'long', 'double', 'decimal'];

/** Adds two numbers in the wider of their types; an int that overflows becomes a long. */
export function addNumbers(a: unknown, b: unknown): unknown {
  return combine(a, b, { double: (x, y) => x + y, long: (x, y) => x + y, decimal: addDecimals });
}

/** Subtracts in the wider of the two types. */
export function subtractNumbers(a: unknown, b: unknown): unknown {
  return combine(a, b, {
    double: (x, y) => x - y,
    long: (x, y) => x - y,
    decimal: (x, y) => addDecimals(x, negated(y)),
  });
}

/** Multiplies in the wider of the two types; an int that overflows becomes a long. */
export function multiplyNumbers(a: unknown, b: unknown): unknown {
  return combine(a, b, { double: (x, y) => x * y, long: (x, y) => x * y, decimal: multiplyDecimals });
}

/** A JavaScript number as a BSON double, also where it looks like an int. */
export function asDouble(value: number): number | Double {
  return kindOf(value) === 'int' || Object.is(value, -0) ? new Double(value) : value;
}

/** A whole number as an int32 where it fits, else as an int64. */
export function asWhole(value: bigint): number | Long {
  return value >= -0x80000000n && value <= 0x7fffffffn ? Number(value) : asLong(value);
}

/**
 * A whole number as an int64.
 * @throws CommandError 2 when it does not fit
 */
export function asLong(value: bigint): Long {
  if (BigInt.asIntN(64, value) !== value) throw badValue('integer overflow: the result does not fit into 64 bits');
  return Long.fromBigInt(value);
}

/** A whole number of any type as a bigint; fractions are cut off. */
export function toBigInt(value: unknown): bigint {
  if (value instanceof Long) return value.toBigInt();
  if (typeof value === 'bigint') return value;
  if (value instanceof Decimal128) {
    const { negative, digits, exponent } = exactDigits(value);
    const whole = BigInt(digits.padEnd(exponent, '0').slice(0, Math.max(exponent, 0)) || '0');
    return negative ? -whole : whole;
  }
  return BigInt(Math.trunc(toDouble(value)));
}

interface Operation {
  readonly double: (a: number, b: number) => number;
  readonly long: (a: bigint, b: bigint) => bigint;
  readonly decimal: (a: Scaled, b: Scaled) => Scaled;
}

function combine(a: unknown, b: unknown, operation: Operation): unknown {
  const width = widths[Math.max(widthOf(a), widthOf(b))];
  switch (width) {
    case 'int':
      return asWhole(operation.long(toBigInt(a), toBigInt(b)));
    case 'long':
      return asLong(operation.long(toBigInt(a), toBigInt(b)));
    case 'decimal':
      return combineDecimals(a, b, operation);
    default:
      return asDouble(operation.double(toDouble(a), toDouble(b)));
  }
}

function widthOf(value: unknown): number {
  return widths.indexOf(kindOf(value) as Width);
}

/** coefficient × 10^exponent */
interface Scaled {
  readonly coefficient: bigint;
  readonly exponent: number;
}

function combineDecimals(a: unknown, b: unknown, operation: Operation): Decimal128 {
  const [x, y] = [toDouble(a), toDouble(b)];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return Decimal128.fromString(decimalName(operation.double(x, y)));
  const { coefficient, exponent } = operation.decimal(toScaled(a), toScaled(b));
  return Decimal128.fromStringWithRounding(`${coefficient}E${exponent}`);
}

function decimalName(value: number): string {
  return Number.isNaN(value) ? 'NaN' : String(value);
}

function toScaled(value: unknown): Scaled {
  if (value instanceof Decimal128) return scaledFromText(value.toString());
  if (kindOf(value) !== 'double') return { coefficient: toBigInt(value), exponent: 0 };
  // A double meets a decimal with the 15 digits that it is good for.
  return scaledFromText(String(Number(toDouble(value).toPrecision(15))));
}

/** Keeps the zeros at the end of 1.10, as decimal arithmetic does. */
function scaledFromText(text: string): Scaled {
  const [, sign = '', whole = '0', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:E([-+]?\d+))?$/i.exec(text) ?? [];
  return { coefficient: BigInt(`${sign}${whole}${fraction}`), exponent: Number(power) - fraction.length };
}

function negated({ coefficient, exponent }: Scaled): Scaled {
  return { coefficient: -coefficient, exponent };
}

function addDecimals(a: Scaled, b: Scaled): Scaled {
  const exponent = Math.min(a.exponent, b.exponent);
  const widened = (part: Scaled) => part.coefficient * 10n ** BigInt(part.exponent - exponent);
  return { coefficient: widened(a) + widened(b), exponent };
}

function multiplyDecimals(a: Scaled, b: Scaled): Scaled {
  return { coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
}
