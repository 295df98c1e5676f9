import { CommandError, notSupported } from '../errors.ts';
import type { Evaluate, Variables } from '../expression/evaluate.ts';
import { namedArguments } from '../expression/named-arguments.ts';
import { parseSort, type SortField, sortKeyOf } from '../query/sort-key.ts';
import { compareValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { toDouble } from '../values/numbers.ts';
import { type Accumulation, accumulators } from './accumulators.ts';
import type { StageContext } from './stage.ts';

/** An accumulator with what it takes of each document. */
export interface CompiledAccumulator {
  readonly start: () => Accumulation;
  readonly take: Evaluate;
}

const onlyInMongo = new Set(['$accumulator', '$median', '$percentile', '$covariancePop', '$covarianceSamp']);

/**
 * Compiles one field of a `$group`.
 * @throws CommandError 15952 for an accumulator that MongoDB does not know
 */
export function compileAccumulator(field: string, specification: unknown, context: StageContext): CompiledAccumulator {
  if (!isDocument(specification)) throw new CommandError(40234, `The field '${field}' must be an accumulator object`);
  const [name = '', ...others] = Object.keys(specification);
  if (others.length > 0) throw new CommandError(40238, `The field '${field}' must specify one accumulator`);
  const operand = specification[name];
  const start = accumulators[name];
  if (start) {
    if (Array.isArray(operand)) throw new CommandError(40237, `The ${name} accumulator is a unary operator`);
    return { start, take: context.compile(operand) };
  }
  if (name === '$count') return { start: () => ones(), take: () => 1 };
  const several = severalOf(name, operand, context);
  if (several) return several;
  throw onlyInMongo.has(name) ? notSupported(name) : new CommandError(15952, `unknown group operator '${name}'`);
}

function ones(): Accumulation {
  return accumulators.$sum?.() ?? { add: () => {}, result: () => 0 };
}

function severalOf(name: string, operand: unknown, context: StageContext): CompiledAccumulator | undefined {
  switch (name) {
    case '$firstN':
    case '$lastN':
    case '$minN':
    case '$maxN':
      return endsOf(name, operand, context);
    case '$top':
    case '$bottom':
    case '$topN':
    case '$bottomN':
      return sortedEnds(name, operand, context);
    default:
      return undefined;
  }
}

function endsOf(name: string, operand: unknown, context: StageContext): CompiledAccumulator {
  const { input, n } = namedArguments(name, operand, ['input', 'n'], ['input', 'n']);
  const count = countOf(n, context);
  const pick = (values: unknown[]) => {
    if (name === '$firstN') return values.slice(0, count);
    if (name === '$lastN') return values.slice(-count);
    const ordered = values.filter((value) => value !== null && value !== undefined).sort(compareValues);
    return (name === '$minN' ? ordered : ordered.reverse()).slice(0, count);
  };
  return { start: () => gather((values) => pick(values.map((value) => value ?? null))), take: context.compile(input) };
}

function sortedEnds(name: string, operand: unknown, context: StageContext): CompiledAccumulator {
  const isSingle = name === '$top' || name === '$bottom';
  const known = isSingle ? ['sortBy', 'output'] : ['sortBy', 'output', 'n'];
  const { sortBy, output, n = 1 } = namedArguments(name, operand, known, known);
  if (!isDocument(sortBy)) throw new CommandError(10065, `invalid parameter: expected an object (sortBy)`);
  const [fields, value, count] = [parseSort(sortBy), context.compile(output), countOf(n, context)];
  const pick = (entries: Keyed[]) => {
    entries.sort((a, b) => Buffer.compare(a.key, b.key));
    const chosen = name.startsWith('$top') ? entries.slice(0, count) : entries.slice(-count);
    return isSingle ? (chosen[0]?.value ?? null) : chosen.map((entry) => entry.value ?? null);
  };
  return {
    start: () => gather((entries) => pick(entries as Keyed[])),
    take: (variables) => keyed(variables, fields, value),
  };
}

interface Keyed {
  readonly key: Buffer;
  readonly value: unknown;
}

function keyed(variables: Variables, fields: readonly SortField[], value: Evaluate): Keyed {
  return { key: sortKeyOf(variables.ROOT as Document, fields), value: value(variables) };
}

function countOf(n: unknown, context: StageContext): number {
  const count = toDouble(context.compile(n)(context.constants));
  if (!Number.isInteger(count) || count < 1)
    throw new CommandError(5787908, `'n' must be greater than 0, found ${count}`);
  return count;
}

function gather(finish: (values: unknown[]) => unknown): Accumulation {
  const values: unknown[] = [];
  return { add: (value) => values.push(value), result: () => finish(values) };
}
