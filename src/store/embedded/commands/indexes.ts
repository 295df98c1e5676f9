import { CommandError } from '../errors.ts';
import type { Collection } from '../storage/collection.ts';
import { describeIndex, type IndexSpec } from '../storage/index-spec.ts';
import { equalValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { encodeBson } from '../values/encode-bson.ts';
import { countArgument, documentArgument } from './arguments.ts';
import { type Command, type CommandCall, namespaceOf } from './command.ts';

/** The indexes of a collection. */
export const listIndexes: Command = {
  fields: ['cursor', 'includeBuildUUIDs', 'includeIndexBuildInfo'],
  run: (call) => {
    const collection = existing(call);
    const batchSize = countArgument(documentArgument(call.body, 'cursor'), 'batchSize') ?? Number.POSITIVE_INFINITY;
    const documents = collection.indexes
      .filter(({ isReady }) => isReady)
      .map((index) => encodeBson(describeIndex(index)));
    return { cursor: call.engine.cursors.start(namespaceOf(call), documents.values(), batchSize) };
  },
};

/** Removes indexes by name or key; `*` means all but the one on `_id`. */
export const dropIndexes: Command = {
  fields: ['index'],
  writes: true,
  run: (call) => {
    const collection = existing(call);
    const nIndexesWas = collection.indexes.length;
    for (const index of namedIndexes(collection, call.body.index)) collection.dropIndex(index);
    return { nIndexesWas };
  },
};

/** Changes what can be changed of an index: when its documents expire, and whether queries see it. */
export const collMod: Command = {
  fields: ['index'],
  writes: true,
  run: (call) => {
    const collection = existing(call);
    const change = documentArgument(call.body, 'index');
    const [index] = namedIndexes(collection, change.name ?? change.keyPattern);
    if (!index) throw new CommandError(27, 'cannot find index for collMod');
    call.engine.catalog.putIndex(call.engine.catalog.ensure(collection.namespace), changed(index, change));
    return {};
  },
};

function changed(index: IndexSpec, change: Document): IndexSpec {
  return {
    ...index,
    ...(change.expireAfterSeconds === undefined ? {} : { expireAfterSeconds: Number(change.expireAfterSeconds) }),
    ...(change.hidden === undefined ? {} : { isHidden: change.hidden === true }),
  };
}

function existing(call: CommandCall): Collection {
  const namespace = namespaceOf(call);
  const collection = call.engine.collection(namespace);
  if (!collection) throw new CommandError(26, `ns does not exist: ${namespace}`);
  return collection;
}

function namedIndexes(collection: Collection, wanted: unknown): IndexSpec[] {
  if (wanted === '*') return collection.indexes.filter(({ name }) => name !== '_id_');
  if (Array.isArray(wanted)) return wanted.flatMap((one: unknown) => namedIndexes(collection, one));
  const index = collection.indexes.find(({ name, pattern }) =>
    isDocument(wanted) ? equalValues(pattern, wanted) : name === wanted,
  );
  if (!index) {
    throw new CommandError(
      27,
      isDocument(wanted) ? "can't find index with key" : `index not found with name [${String(wanted)}]`,
    );
  }
  if (index.name === '_id_') throw new CommandError(72, 'cannot drop _id index');
  return [index];
}
