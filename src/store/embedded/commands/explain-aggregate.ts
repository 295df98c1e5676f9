import { compileStages, edgeStages, readPipeline } from '../aggregate/compile-pipeline.ts';
import { dividePipeline } from '../aggregate/run-pipeline.ts';
import type { Document } from '../values/document.ts';
import { aggregatedNamespace, contextOf } from './aggregate.ts';
import { arrayArgument } from './arguments.ts';
import type { CommandCall } from './command.ts';
import { explainSearch } from './explain-plan.ts';

/** How a pipeline finds the documents that it begins with, and the stages that follow. */
export function explainAggregate(call: CommandCall, verbosity = 'queryPlanner'): Document {
  const stages = readPipeline(arrayArgument(call.body, 'pipeline'));
  const context = contextOf(call);
  const last = stages.at(-1);
  const body = last && edgeStages.has(last.name) ? stages.slice(0, -1) : stages;
  const { search, rest } = dividePipeline(body, context, call.body.hint);
  compileStages(rest, context);
  const cursor = explainSearch(call.engine, aggregatedNamespace(call), search, verbosity);
  if (rest.length === 0) return cursor;
  return {
    explainVersion: '1',
    stages: [{ $cursor: cursor }, ...rest.map(({ name, operand }) => ({ [name]: operand }))],
  };
}
