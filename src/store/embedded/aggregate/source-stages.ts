import { CommandError } from '../errors.ts';
import { collectionStats } from '../storage/collection-stats.ts';
import { describeIndex } from '../storage/index-spec.ts';
import { type Document, isDocument } from '../values/document.ts';
import type { StageSpec } from './compile-pipeline.ts';
import type { StageContext } from './stage.ts';

/** The documents of a stage that begins a pipeline and needs no collection's documents. */
export function sourceStage({ name, operand }: StageSpec, namespace: string, context: StageContext): Document[] {
  switch (name) {
    case '$documents':
      return documents(operand, context);
    case '$collStats':
      return [
        { ns: namespace, localTime: context.engine.now(), storageStats: collectionStats(existing(namespace, context)) },
      ];
    case '$indexStats':
      return existing(namespace, context).indexes.map((index) => ({
        name: index.name,
        key: index.pattern,
        spec: describeIndex(index),
      }));
    default:
      throw new CommandError(40601, `${name} can only be the last stage of a pipeline`);
  }
}

function documents(operand: unknown, { compile, constants }: StageContext): Document[] {
  const values = compile(operand)(constants);
  if (Array.isArray(values) && values.every(isDocument)) return values;
  throw new CommandError(5858203, "an array of objects is expected from '$documents'");
}

function existing(namespace: string, { engine }: StageContext) {
  const collection = engine.collection(namespace);
  if (!collection) throw new CommandError(26, `Collection [${namespace}] not found.`);
  return collection;
}
