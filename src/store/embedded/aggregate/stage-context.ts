import type { Engine } from '../engine.ts';
import type { Variables } from '../expression/evaluate.ts';
import { compileStages, readPipeline } from './compile-pipeline.ts';
import { compileWith, scopeWith } from './expression-scope.ts';
import { runPipelineOn } from './run-pipeline.ts';
import type { StageContext } from './stage.ts';

/** What stages may use, with the variables that hold for the whole pipeline. */
export function stageContext(engine: Engine, database: string, constants: Variables): StageContext {
  const context: StageContext = {
    engine,
    database,
    constants,
    scope: scopeWith(constants),
    compile: compileWith(constants),
    compilePipeline: (pipeline) => compileStages(readPipeline(pipeline), context),
    runOver: (collection, filter, pipeline) => {
      const stages = [{ name: '$match', operand: filter }, ...readPipeline(pipeline)];
      return runPipelineOn(`${database}.${collection}`, stages, context);
    },
    with: (variables) => stageContext(engine, database, { ...constants, ...variables }),
  };
  return context;
}
