import { CommandError } from '../errors.ts';
import { variablesFor } from '../expression/evaluate.ts';
import { leavesAtPath, someAtPath } from '../query/values-at-path.ts';
import { setAt, valueAt } from '../update/document-path.ts';
import { type Document, isDocument } from '../values/document.ts';
import type { Stage, StageCompiler, StageContext } from './stage.ts';
import { stageDocument } from './stage-document.ts';

/** Stages that bring in documents of other collections or run pipelines of their own. */
export const joiningStages: Record<string, StageCompiler> = {
  $lookup: (operand, context) => lookup(lookupOptions(stageDocument('$lookup', operand, 9)), context),
  $unionWith: (operand, context) => unionWith(operand, context),
  $facet: (operand, context) => facet(stageDocument('$facet', operand, 40169), context),
};

interface LookupOptions {
  readonly from: string;
  readonly as: readonly string[];
  readonly localParts: readonly string[] | undefined;
  readonly foreignField: string | undefined;
  readonly variables: Document;
  readonly pipeline: readonly unknown[];
}

function lookupOptions(operand: Document): LookupOptions {
  const { from, as, localField, foreignField, let: variables = {}, pipeline = [], ...rest } = operand;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new CommandError(9, `unknown argument to $lookup: ${unknown}`);
  if (typeof from !== 'string') throw new CommandError(9, "must specify 'from' field for a $lookup");
  if (typeof as !== 'string') throw new CommandError(9, "must specify 'as' field for a $lookup");
  if ((localField === undefined) !== (foreignField === undefined)) {
    throw new CommandError(
      9,
      "$lookup requires either both or neither of 'localField' and 'foreignField' to be specified",
    );
  }
  if (localField === undefined && operand.pipeline === undefined) {
    throw new CommandError(
      9,
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  }
  if (!isDocument(variables)) throw new CommandError(9, "$lookup argument 'let' must be an object");
  if (!Array.isArray(pipeline)) throw new CommandError(9, "$lookup argument 'pipeline' must be an array");
  return {
    from,
    as: as.split('.'),
    localParts: typeof localField === 'string' ? localField.split('.') : undefined,
    foreignField: typeof foreignField === 'string' ? foreignField : undefined,
    variables,
    pipeline,
  };
}

function lookup(
  { from, as, localParts, foreignField, variables, pipeline }: LookupOptions,
  context: StageContext,
): Stage {
  const bindings = Object.entries(variables).map(([name, expression]) => [name, context.compile(expression)] as const);
  // Compiled once without a document, so that faults show also when nothing is joined.
  context.with(Object.fromEntries(bindings.map(([name]) => [name, null]))).compilePipeline(pipeline);
  return function* (documents) {
    for (const document of documents) {
      const scope = variablesFor(document, context.constants);
      const inner = context.with(Object.fromEntries(bindings.map(([name, evaluate]) => [name, evaluate(scope)])));
      const filter = localParts && foreignField ? equalTo(foreignField, document, localParts) : {};
      const copy = { ...document };
      setAt(copy, as, [...inner.runOver(from, filter, pipeline)]);
      yield copy;
    }
  };
}

/** The filter for foreign documents that have one of the local values; a missing local field is null. */
function equalTo(foreignField: string, document: Document, localParts: readonly string[]): Document {
  const local = valueAt(document, localParts);
  const isNothing = !someAtPath(document, localParts, (value) => value !== undefined);
  const values = isNothing ? [null] : leavesAtPath(document, localParts);
  if (Array.isArray(local) && local.length === 0) return { [foreignField]: { $in: [] } };
  return { [foreignField]: values.length === 1 ? { $eq: values[0] } : { $in: values } };
}

function unionWith(operand: unknown, context: StageContext): Stage {
  const { coll, pipeline = [] } =
    typeof operand === 'string' ? { coll: operand } : stageDocument('$unionWith', operand, 9);
  if (typeof coll !== 'string') throw new CommandError(9, "$unionWith requires 'coll'");
  context.compilePipeline(pipeline);
  return function* (documents) {
    yield* documents;
    yield* context.runOver(coll, {}, pipeline);
  };
}

function facet(specification: Document, context: StageContext): Stage {
  const facets = Object.entries(specification).map(
    ([name, pipeline]) => [name, context.compilePipeline(pipeline)] as const,
  );
  if (facets.length === 0) throw new CommandError(40169, 'the $facet specification must be a non-empty object');
  return function* (documents) {
    const all = [...documents];
    yield Object.fromEntries(facets.map(([name, run]) => [name, [...run(all)]]));
  };
}
