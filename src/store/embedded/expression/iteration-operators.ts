import { CommandError, failedToParse } from '../errors.ts';
import { isTruthy } from '../query/compile-filter.ts';
import { parseSort, sortKeyOf } from '../query/sort-key.ts';
import { compareValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric, kindOf } from '../values/value-kind.ts';
import { type Evaluate, isNullish, type OperatorCompiler } from './evaluate.ts';
import { namedArguments } from './named-arguments.ts';

/** Operators that bind variables: they evaluate an expression for each element, or with names of its own. */
export const iterationOperators: Record<string, OperatorCompiler> = {
  $let: (operand, compile, { compile: compileWith, names }) => {
    const { vars, in: body } = namedArguments('$let', operand, ['vars', 'in'], ['vars', 'in']);
    if (!isDocument(vars)) throw new CommandError(16874, 'invalid parameter: expected an object (vars)');
    const bindings = Object.entries(vars).map(([name, value]) => [checkedName(name), compile(value)] as const);
    const evaluate = compileWith(body, new Set([...names, ...Object.keys(vars)]));
    return (variables) =>
      evaluate({ ...variables, ...Object.fromEntries(bindings.map(([name, value]) => [name, value(variables)])) });
  },
  $map: (operand, compile, { compile: compileWith, names }) => {
    const { input, as = 'this', in: body } = namedArguments('$map', operand, ['input', 'as', 'in'], ['input', 'in']);
    const name = checkedName(as);
    const [source, evaluate] = [compile(input), compileWith(body, new Set([...names, name]))];
    return (variables) => {
      const array = arrayIn('$map', 16883, source(variables));
      return array?.map((element) => evaluate({ ...variables, [name]: element }) ?? null) ?? null;
    };
  },
  $filter: (operand, compile, { compile: compileWith, names }) => {
    const {
      input,
      as = 'this',
      cond,
      limit,
    } = namedArguments('$filter', operand, ['input', 'as', 'cond', 'limit'], ['input', 'cond']);
    const name = checkedName(as);
    const [source, passes] = [compile(input), compileWith(cond, new Set([...names, name]))];
    const most = limit === undefined ? () => undefined : compile(limit);
    return (variables) => {
      const kept = arrayIn('$filter', 28651, source(variables))?.filter((element) =>
        isTruthy(passes({ ...variables, [name]: element })),
      );
      const count = most(variables);
      return (isNullish(count) ? kept : kept?.slice(0, toDouble(count))) ?? null;
    };
  },
  $reduce: (operand, compile, { compile: compileWith, names }) => {
    const fields = ['input', 'initialValue', 'in'];
    const { input, initialValue, in: body } = namedArguments('$reduce', operand, fields, fields);
    const [source, initial] = [compile(input), compile(initialValue)];
    const evaluate = compileWith(body, new Set([...names, 'this', 'value']));
    return (variables) =>
      arrayIn('$reduce', 40080, source(variables))?.reduce<unknown>(
        (value, element) => evaluate({ ...variables, value, this: element }),
        initial(variables),
      ) ?? null;
  },
  $sortArray: (operand, compile) => {
    const { input, sortBy } = namedArguments('$sortArray', operand, ['input', 'sortBy'], ['input', 'sortBy']);
    const [source, order] = [compile(input), elementOrder(sortBy)];
    return (variables) => {
      const array = arrayIn('$sortArray', 2942504, source(variables));
      return array ? order(array) : null;
    };
  },
  $firstN: someOf((array, n) => array.slice(0, n)),
  $lastN: someOf((array, n) => array.slice(-n)),
  $maxN: someOf((array, n) => ordered(array).reverse().slice(0, n)),
  $minN: someOf((array, n) => ordered(array).slice(0, n)),
  $zip: compileZip,
};

/** An array, or undefined for null and missing. */
export function arrayIn(name: string, code: number, value: unknown): unknown[] | undefined {
  if (isNullish(value)) return undefined;
  if (!Array.isArray(value)) throw new CommandError(code, `input to ${name} must be an array not ${kindOf(value)}`);
  return value;
}

function checkedName(name: unknown): string {
  if (typeof name !== 'string' || !/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) {
    throw failedToParse(`'${String(name)}' is not a valid name of a variable: it starts with a lower case letter`);
  }
  return name;
}

function elementOrder(sortBy: unknown): (array: readonly unknown[]) => unknown[] {
  if (isNumeric(sortBy)) {
    const direction = toDouble(sortBy);
    if (direction !== 1 && direction !== -1)
      throw new CommandError(2942507, 'The $sort element value must be either 1 or -1');
    return (array) => [...array].sort((a, b) => direction * compareValues(a, b));
  }
  if (!isDocument(sortBy)) throw new CommandError(2942505, '$sortArray requires sortBy to be 1, -1 or a document');
  const fields = parseSort(sortBy);
  const keyOf = (element: unknown) => sortKeyOf(isDocument(element) ? element : ({} as Document), fields);
  return (array) =>
    array
      .map((element) => ({ element, key: keyOf(element) }))
      .sort((a, b) => Buffer.compare(a.key, b.key))
      .map(({ element }) => element);
}

function someOf(choose: (array: readonly unknown[], n: number) => unknown[]): OperatorCompiler {
  return (operand, compile, { name }) => {
    const { input, n } = namedArguments(name, operand, ['input', 'n'], ['input', 'n']);
    const [source, count] = [compile(input), compile(n)];
    return (variables) => {
      const [array, most] = [source(variables), toDouble(count(variables))];
      if (!Array.isArray(array)) throw new CommandError(5788200, `Input must be an array, found ${kindOf(array)}`);
      if (!(most > 0) || !Number.isInteger(most))
        throw new CommandError(5787908, `'n' must be greater than 0, found ${most}`);
      return choose(array, most);
    };
  };
}

function ordered(array: readonly unknown[]): unknown[] {
  return array.filter((value) => !isNullish(value)).sort(compareValues);
}

function compileZip(operand: unknown, compile: (part: unknown) => Evaluate): Evaluate {
  const {
    inputs,
    useLongestLength = false,
    defaults,
  } = namedArguments('$zip', operand, ['inputs', 'useLongestLength', 'defaults'], ['inputs']);
  if (!Array.isArray(inputs) || inputs.length === 0)
    throw new CommandError(34461, 'inputs must be a non-empty array of expressions');
  const sources = inputs.map(compile);
  const fillers = Array.isArray(defaults) ? defaults.map(compile) : [];
  return (variables) => {
    const arrays = sources.map((source) => arrayIn('$zip', 34468, source(variables)));
    if (arrays.some((array) => array === undefined)) return null;
    const lengths = arrays.map((array) => array?.length ?? 0);
    const length = useLongestLength === true ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_item, at) =>
      arrays.map((array, input) => array?.[at] ?? fillers[input]?.(variables) ?? null),
    );
  };
}
