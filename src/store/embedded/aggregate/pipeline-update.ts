import type { Engine } from '../engine.ts';
import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';
import { readPipeline } from './compile-pipeline.ts';
import { constantsOf } from './expression-scope.ts';
import { updateStages } from './shaping-stages.ts';
import { stageContext } from './stage-context.ts';

/**
 * Compiles an update that is a pipeline.
 * @throws CommandError 72 when it has a stage that does more than give the document another shape
 */
export function compilePipelineUpdate(
  pipeline: readonly unknown[],
  constants: Document,
  now: Date,
  engine: Engine,
): (document: Document) => Document {
  const refused = readPipeline(pipeline).find(({ name }) => !updateStages.has(name));
  if (refused) throw new CommandError(72, `${refused.name} is not allowed to be used within an update`);
  const run = stageContext(engine, '', constantsOf(constants, now)).compilePipeline(pipeline);
  return (document) => {
    const [after] = run([document]);
    return after ?? document;
  };
}
