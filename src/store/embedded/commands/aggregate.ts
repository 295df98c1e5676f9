import { compileStages, edgeStages, readPipeline, type StageSpec } from '../aggregate/compile-pipeline.ts';
import { countingShortcut } from '../aggregate/counting-shortcut.ts';
import { constantsOf } from '../aggregate/expression-scope.ts';
import { dividePipeline, documentsOf, foundIn } from '../aggregate/run-pipeline.ts';
import { sourceStage } from '../aggregate/source-stages.ts';
import type { StageContext } from '../aggregate/stage.ts';
import { stageContext } from '../aggregate/stage-context.ts';
import { writeOut } from '../aggregate/write-out.ts';
import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';
import { encodeBson } from '../values/encode-bson.ts';
import { arrayArgument, countArgument, documentArgument, flagArgument, rejectCollation } from './arguments.ts';
import type { Command, CommandCall } from './command.ts';
import { defaultFirstBatch } from './cursor-registry.ts';
import { explainAggregate } from './explain-aggregate.ts';

/** Runs a pipeline of stages over a collection. */
export const aggregate: Command = {
  fields: [
    'pipeline',
    'cursor',
    'explain',
    'allowDiskUse',
    'bypassDocumentValidation',
    'collation',
    'hint',
    'let',
    'needsMerge',
    'fromMongos',
  ],
  writes: ({ pipeline }) =>
    Array.isArray(pipeline) && readPipeline(pipeline).some(({ name }) => name === '$out' || name === '$merge'),
  run: (call) => {
    const { body, engine } = call;
    rejectCollation(body.collation);
    if (flagArgument(body, 'explain')) return explainAggregate(call);
    if (body.cursor === undefined)
      throw new CommandError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
    const stages = readPipeline(arrayArgument(body, 'pipeline'));
    const context = contextOf(call);
    const last = stages.at(-1);
    const isWrite = last?.name === '$out' || last?.name === '$merge';
    const namespace = aggregatedNamespace(call);
    const results = resultsOf(namespace, isWrite ? stages.slice(0, -1) : stages, context, body.hint);
    if (isWrite && last) {
      writeOut(last, results, namespace, context);
      return { cursor: engine.cursors.start(namespace, [].values(), 1) };
    }
    const batchSize = countArgument(documentArgument(body, 'cursor'), 'batchSize') ?? defaultFirstBatch;
    return { cursor: engine.cursors.start(namespace, encoded(results), batchSize) };
  },
};

/** What the stages of an aggregate command may use. */
export function contextOf({ body, engine, database }: CommandCall): StageContext {
  return stageContext(engine, database, constantsOf(documentArgument(body, 'let'), engine.now()));
}

/** The namespace that an aggregate runs over; a number instead of a name means the database. */
export function aggregatedNamespace({ body, name, database }: CommandCall): string {
  const collection = body[name];
  return `${database}.${typeof collection === 'string' ? collection : '$cmd.aggregate'}`;
}

interface Result {
  readonly document: Document;
  /** The document as it is stored, where no stage has changed it. */
  readonly bytes?: Buffer;
}

function* resultsOf(
  namespace: string,
  stages: readonly StageSpec[],
  context: StageContext,
  hint: unknown,
): Generator<Result> {
  const [first, ...later] = stages;
  if (first && edgeStages.has(first.name)) {
    for (const document of compileStages(later, context)(sourceStage(first, namespace, context))) yield { document };
    return;
  }
  const counted = countingShortcut(namespace, stages, context);
  if (counted) {
    for (const document of counted) yield { document };
    return;
  }
  const { search, rest } = dividePipeline(stages, context, hint);
  const run = compileStages(rest, context);
  const found = foundIn(namespace, search, context);
  if (rest.length === 0) yield* found;
  else for (const document of run(documentsOf(found))) yield { document };
}

function* encoded(results: Iterable<Result>): Generator<Buffer> {
  for (const { document, bytes } of results) yield bytes ?? encodeBson(document);
}
