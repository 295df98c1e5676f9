import { CommandError } from '../errors.ts';
import { asDouble } from '../values/arithmetic.ts';
import { toDouble } from '../values/numbers.ts';
import { onNumber } from './arithmetic-operators.ts';
import { isNullish, type ValueOperator } from './evaluate.ts';

/** Functions of one real number. */
const realFunctions: Readonly<Record<string, (value: number) => number>> = {
  $sin: Math.sin,
  $cos: Math.cos,
  $tan: Math.tan,
  $asin: Math.asin,
  $acos: Math.acos,
  $atan: Math.atan,
  $sinh: Math.sinh,
  $cosh: Math.cosh,
  $tanh: Math.tanh,
  $asinh: Math.asinh,
  $acosh: Math.acosh,
  $atanh: Math.atanh,
  $degreesToRadians: (value) => (value * Math.PI) / 180,
  $radiansToDegrees: (value) => (value * 180) / Math.PI,
  $exp: Math.exp,
  $ln: Math.log,
  $log10: Math.log10,
  $sqrt: Math.sqrt,
};

/** Roots, powers, logarithms and trigonometry. */
export const mathOperators: Record<string, ValueOperator> = {
  ...Object.fromEntries(Object.entries(realFunctions).map(([name, compute]) => [name, realFunction(name, compute)])),
  $pow: { takes: [2, 2], compute: ([base, exponent]) => power(base, exponent) },
  $log: { takes: [2, 2], compute: ([value, base]) => logarithm(value, base) },
  $atan2: { takes: [2, 2], compute: ([y, x]) => onBoth('$atan2', y, x, Math.atan2) },
  $rand: { takes: [0, 1], compute: () => Math.random() },
};

/** Numbers for which a function has no value, with MongoDB's codes. */
const domains: Partial<Record<string, readonly [isInside: (value: number) => boolean, code: number, text: string]>> = {
  $ln: [(value) => value > 0, 28766, "$ln's argument must be a positive number"],
  $log10: [(value) => value > 0, 28761, "$log10's argument must be a positive number"],
  $sqrt: [(value) => value >= 0, 28714, "$sqrt's argument must be greater than or equal to 0"],
  $asin: [(value) => Math.abs(value) <= 1, 50989, 'cannot apply $asin outside [-1,1]'],
  $acos: [(value) => Math.abs(value) <= 1, 50989, 'cannot apply $acos outside [-1,1]'],
};

function realFunction(name: string, compute: (value: number) => number): ValueOperator {
  return {
    takes: [1, 1],
    compute: ([argument]) =>
      onNumber(name, argument, (value) => {
        const number = toDouble(value);
        const [isInside, code, text] = domains[name] ?? [];
        if (isInside && code && !Number.isNaN(number) && !isInside(number))
          throw new CommandError(code, `${text}, but is ${number}`);
        return asDouble(compute(number));
      }),
  };
}

function power(base: unknown, exponent: unknown): unknown {
  return onBoth('$pow', base, exponent, (a, b) => {
    if (a === 0 && b < 0) throw new CommandError(28764, '$pow cannot take a base of 0 and a negative exponent');
    return a ** b;
  });
}

function logarithm(value: unknown, base: unknown): unknown {
  return onBoth('$log', value, base, (a, b) => {
    if (a <= 0) throw new CommandError(28758, `$log's argument must be a positive number, but is ${a}`);
    if (b <= 0 || b === 1)
      throw new CommandError(28759, `$log's base must be a positive number not equal to 1, but is ${b}`);
    return Math.log(a) / Math.log(b);
  });
}

function onBoth(name: string, a: unknown, b: unknown, operate: (a: number, b: number) => number): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  return onNumber(name, a, (first) =>
    onNumber(name, b, (second) => {
      const result = operate(toDouble(first), toDouble(second));
      const isWholePower = name === '$pow' && typeof a === 'number' && typeof b === 'number' && b >= 0;
      return isWholePower ? result : asDouble(result);
    }),
  );
}
