import { Decimal128, Double, Int32, Long } from 'bson';

/** A number of any BSON type as the nearest double; NaN for what is no number. */
export function toDouble(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double || value instanceof Int32) return value.value;
  if (value instanceof Long) return value.toNumber();
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal128) return Number(value.toString());
  return Number.NaN;
}

/** The digits of a finite number: value = sign × 0.digits × 10^exponent, digits without outer zeros. */
export interface ExactDigits {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/**
 * The exact decimal expansion of a finite number of any BSON type; every double has one.
 * @returns digits '' for zero
 */
export function exactDigits(value: unknown): ExactDigits {
  if (value instanceof Long || typeof value === 'bigint') return parseDigits(value.toString());
  if (value instanceof Decimal128) return parseDigits(value.toString());
  return digitsOfDouble(toDouble(value));
}

/** Whether a number of any BSON type has no fraction. */
export function isWhole(value: unknown): boolean {
  if (!(value instanceof Decimal128)) return Number.isInteger(toDouble(value));
  if (!Number.isFinite(toDouble(value))) return false;
  const { digits, exponent } = exactDigits(value);
  return digits.length <= Math.max(exponent, 0);
}

function parseDigits(text: string): ExactDigits {
  const [, sign = '', mantissa = '0', power = '0'] = /^([-+]?)([\d.]+)(?:E([-+]?\d+))?$/i.exec(text) ?? [];
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '');
  const exponent = whole.length - (all.length - digits.length) + Number(power);
  const trimmed = digits.replace(/0+$/, '');
  return { negative: sign === '-', digits: trimmed, exponent: trimmed === '' ? 0 : exponent };
}

function digitsOfDouble(value: number): ExactDigits {
  if (value === 0) return { negative: false, digits: '', exponent: 0 };
  let [scaled, halvings] = [Math.abs(value), 0];
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    halvings += 1;
  }
  // scaled / 2^halvings = scaled × 5^halvings / 10^halvings
  const { digits, exponent } = parseDigits((BigInt(scaled) * 5n ** BigInt(halvings)).toString());
  return { negative: value < 0, digits, exponent: exponent - halvings };
}
