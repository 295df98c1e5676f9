import { type Found, findDocuments, type Search } from '../commands/find-documents.ts';
import { searchOf } from '../commands/query-request.ts';
import { type Plan, planQuery } from '../planner/plan-query.ts';
import { type Document, isDocument } from '../values/document.ts';
import { compileStages, type StageSpec } from './compile-pipeline.ts';
import { stageNumber } from './selecting-stages.ts';
import type { StageContext } from './stage.ts';

/** A pipeline divided into what the store can do by itself, by an index, and the stages that remain. */
export interface DividedPipeline {
  readonly search: Search;
  readonly rest: readonly StageSpec[];
}

/** Runs a pipeline over a collection. */
export function* runPipelineOn(
  namespace: string,
  stages: readonly StageSpec[],
  context: StageContext,
): Generator<Document> {
  const { search, rest } = dividePipeline(stages, context);
  const run = compileStages(rest, context);
  yield* run(documentsOf(foundIn(namespace, search, context)));
}

/** Divides a pipeline after its leading `$match`, `$sort`, `$skip` and `$limit`. */
export function dividePipeline(stages: readonly StageSpec[], context: StageContext, hint?: unknown): DividedPipeline {
  let at = 0;
  const filters: Document[] = [];
  for (; stages[at]?.name === '$match' && isDocument(stages[at]?.operand); at += 1)
    filters.push(stages[at]?.operand as Document);
  const sort =
    stages[at]?.name === '$sort' && isDocument(stages[at]?.operand) ? (stages[at]?.operand as Document) : undefined;
  if (sort) at += 1;
  const skip = stages[at]?.name === '$skip' ? stageNumber('$skip', stages[at]?.operand) : 0;
  if (stages[at]?.name === '$skip') at += 1;
  const limit = stages[at]?.name === '$limit' ? stageNumber('$limit', stages[at]?.operand) : 0;
  if (limit > 0) at += 1;
  const [only] = filters;
  const filter = filters.length > 1 ? { $and: filters } : (only ?? {});
  const search = searchOf(filter, context.scope, { ...(sort ? { sort } : {}), hint });
  return { search: { ...search, skip, ...(limit > 0 ? { limit } : {}) }, rest: stages.slice(at) };
}

/** What the store finds for the first part of a pipeline. */
export function foundIn(namespace: string, search: Search, { engine }: StageContext, plan?: Plan): Iterable<Found> {
  const collection = engine.collection(namespace);
  return collection ? findDocuments(collection, search, plan ?? planQuery(collection.indexes, search)) : [];
}

/** The documents alone of what was found. */
export function* documentsOf(found: Iterable<Found>): Generator<Document> {
  for (const { document } of found) yield document;
}
