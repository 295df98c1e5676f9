import { CommandError, notSupported } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { groupingStages } from './grouping-stages.ts';
import { joiningStages } from './joining-stages.ts';
import { selectingStages } from './selecting-stages.ts';
import { shapingStages } from './shaping-stages.ts';
import type { Stage, StageCompiler, StageContext } from './stage.ts';

/** One stage of a pipeline as it was sent. */
export interface StageSpec {
  readonly name: string;
  readonly operand: unknown;
}

const compilers: ReadonlyMap<string, StageCompiler> = new Map(
  Object.entries({ ...selectingStages, ...shapingStages, ...groupingStages, ...joiningStages }),
);

/** Stages that only stand at a pipeline's end or beginning and are carried out there. */
export const edgeStages = new Set(['$out', '$merge', '$documents', '$collStats', '$indexStats']);

const onlyInMongo = new Set([
  '$bucketAuto',
  '$currentOp',
  '$densify',
  '$fill',
  '$geoNear',
  '$graphLookup',
  '$listLocalSessions',
  '$listSessions',
  '$planCacheStats',
  '$redact',
  '$search',
  '$searchMeta',
  '$setWindowFields',
  '$vectorSearch',
  '$changeStreamSplitLargeEvent',
  '$listSampledQueries',
  '$querySettings',
  '$shardedDataDistribution',
  '$listClusterCatalog',
  '$queryStats',
]);

/**
 * Reads a pipeline into its stages.
 * @throws CommandError 40323 when a stage does not have exactly one name
 */
export function readPipeline(pipeline: unknown): StageSpec[] {
  if (!Array.isArray(pipeline)) throw new CommandError(14, `'pipeline' option must be specified as an array`);
  return pipeline.map((stage: unknown) => {
    if (!isDocument(stage)) throw new CommandError(14, `Each element of the 'pipeline' array must be an object`);
    const [name, ...others] = Object.keys(stage);
    if (name === undefined || others.length > 0) {
      throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    return { name, operand: stage[name] };
  });
}

/**
 * Compiles stages into one.
 * @throws CommandError 40324 for a stage that MongoDB does not know, 115 for one that only MongoDB has
 */
export function compileStages(stages: readonly StageSpec[], context: StageContext): Stage {
  const compiled = stages.map(({ name, operand }) => {
    const compiler = compilers.get(name);
    if (!compiler) throw unknownStage(name);
    return compiler(operand, context);
  });
  return (documents) => compiled.reduce<Iterable<Document>>((flow, stage) => stage(flow), documents);
}

function unknownStage(name: string): CommandError {
  if (name === '$changeStream')
    return new CommandError(40573, 'The $changeStream stage is only supported on replica sets');
  if (edgeStages.has(name)) return new CommandError(40601, `${name} can only stand at one end of a pipeline`);
  return onlyInMongo.has(name)
    ? notSupported(`The stage ${name}`)
    : new CommandError(40324, `Unrecognized pipeline stage name: '${name}'`);
}
