import { CommandError } from '../errors.ts';
import { type Variables, variablesFor } from '../expression/evaluate.ts';
import { compareValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { encodeKey } from '../values/encode-key.ts';
import type { Accumulation } from './accumulators.ts';
import { type CompiledAccumulator, compileAccumulator } from './compile-accumulator.ts';
import { selectingStages } from './selecting-stages.ts';
import type { Stage, StageCompiler, StageContext } from './stage.ts';
import { stageDocument } from './stage-document.ts';

/** Stages that make one document of many. */
export const groupingStages: Record<string, StageCompiler> = {
  $group: (operand, context) => group(stageDocument('$group', operand, 15947), context),
  $count: (operand) => countAs(operand),
  $sortByCount: (operand, context) => {
    const counted = group({ _id: operand, count: { $sum: 1 } }, context);
    const sorted = selectingStages.$sort?.({ count: -1 }, context);
    return (documents) => (sorted ? sorted(counted(documents)) : counted(documents));
  },
  $bucket: (operand, context) => bucket(stageDocument('$bucket', operand, 40201), context),
};

interface Group {
  readonly id: unknown;
  readonly states: readonly Accumulation[];
}

function group(specification: Document, context: StageContext): Stage {
  if (!('_id' in specification)) throw new CommandError(15955, 'a group specification must include an _id');
  const { _id, ...fields } = specification;
  return groupBy(context.compile(_id), fields, context);
}

/** Gathers the documents by a key; one state of each accumulator a group is all that is kept in memory. */
function groupBy(keyOf: (variables: Variables) => unknown, fields: Document, context: StageContext): Stage {
  const accumulators = Object.entries(fields).map(([field, specification]) => {
    if (field.includes('.')) throw new CommandError(40235, `The field name '${field}' cannot contain '.'`);
    return [field, compileAccumulator(field, specification, context)] as const;
  });
  return function* (documents) {
    const groups = new Map<string, Group>();
    for (const document of documents) {
      const variables = variablesFor(document, context.constants);
      const { states } = groupFor(groups, keyOf(variables) ?? null, accumulators);
      for (const [at, [, { take }]] of accumulators.entries()) states[at]?.add(take(variables));
    }
    for (const { id, states } of groups.values()) {
      yield { _id: id, ...Object.fromEntries(accumulators.map(([field], at) => [field, states[at]?.result()])) };
    }
  };
}

function groupFor(
  groups: Map<string, Group>,
  id: unknown,
  accumulators: readonly (readonly [string, CompiledAccumulator])[],
): Group {
  const key = encodeKey(id).toString('latin1');
  const known = groups.get(key);
  if (known) return known;
  const made = { id, states: accumulators.map(([, { start }]) => start()) };
  groups.set(key, made);
  return made;
}

function countAs(operand: unknown): Stage {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    throw new CommandError(40156, 'the count field must be a non-empty string without a dot or a leading $');
  }
  return function* (documents) {
    let count = 0;
    for (const _ of documents) count += 1;
    if (count > 0) yield { [operand]: count };
  };
}

function bucket(specification: Document, context: StageContext): Stage {
  const { groupBy: expression, boundaries, default: otherwise, output = { count: { $sum: 1 } } } = specification;
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw new CommandError(40192, "The $bucket 'boundaries' field must have at least 2 values");
  }
  const isAscending = boundaries.every((bound, at) => at === 0 || compareValues(boundaries[at - 1], bound) < 0);
  if (!isAscending) throw new CommandError(40194, "The 'boundaries' option to $bucket must be sorted");
  if (!isDocument(output)) throw new CommandError(40196, "The $bucket 'output' field must be an object");
  const evaluate = context.compile(expression);
  const bucketOf = (variables: Variables) => {
    const value = evaluate(variables);
    const above = boundaries.findIndex((bound) => compareValues(value, bound) < 0);
    if (above > 0) return boundaries[above - 1];
    if ('default' in specification) return otherwise;
    throw new CommandError(
      40066,
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
  const grouped = groupBy(bucketOf, output, context);
  return (documents) => [...grouped(documents)].sort((a, b) => compareValues(a._id, b._id));
}
