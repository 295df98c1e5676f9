import { notSupported } from '../errors.ts';
import { planQuery } from '../planner/plan-query.ts';
import { compileProjection } from '../query/projection.ts';
import type { Collection } from '../storage/collection.ts';
import { encodeBson } from '../values/encode-bson.ts';
import { countArgument, documentArgument, flagArgument, rejectCollation } from './arguments.ts';
import { type Command, type CommandCall, namespaceOf } from './command.ts';
import { defaultFirstBatch } from './cursor-registry.ts';
import { findDocuments, type Search } from './find-documents.ts';
import { scopeOf, searchOf } from './query-request.ts';

/** Finds documents by a filter, in an order, cut out and shaped as asked. */
export const find: Command = {
  fields: [
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'max',
    'min',
    'returnKey',
    'showRecordId',
    'tailable',
    'oplogReplay',
    'noCursorTimeout',
    'awaitData',
    'allowPartialResults',
    'collation',
    'allowDiskUse',
    'let',
  ],
  run: (call) => {
    const { body, engine } = call;
    rejectUnsupported(call);
    const { search, project } = findRequest(call);
    const collection = engine.collection(namespaceOf(call));
    const documents = collection ? projected(collection, search, project) : [].values();
    const batchSize = countArgument(body, 'batchSize') ?? defaultFirstBatch;
    return { cursor: engine.cursors.start(namespaceOf(call), documents, batchSize, flagArgument(body, 'singleBatch')) };
  },
};

/** What a find asks for, checked: which documents, and how each is shaped. */
export function findRequest({ body, engine }: CommandCall) {
  const scope = scopeOf(body, engine.now());
  const filter = documentArgument(body, 'filter');
  const limit = countArgument(body, 'limit');
  const search: Search = {
    ...searchOf(filter, scope, { sort: documentArgument(body, 'sort'), hint: body.hint }),
    skip: countArgument(body, 'skip') ?? 0,
    ...(limit ? { limit } : {}),
  };
  return { search, project: compileProjection(documentArgument(body, 'projection'), filter, scope) };
}

function* projected(
  collection: Collection,
  search: Search,
  project: ReturnType<typeof compileProjection>,
): Generator<Buffer> {
  const plan = planQuery(collection.indexes, search);
  // What is passed on as it is need not be decoded.
  for (const found of findDocuments(collection, search, plan)) {
    // Whoever reads a whole document will often change it.
    if (!project) collection.seen(found.elements.decode(idAlone)._id, found.record);
    yield project ? encodeBson(project(found.document)) : found.bytes;
  }
}

const idAlone = new Set(['_id']);

function rejectUnsupported({ body }: CommandCall): void {
  rejectCollation(body.collation);
  for (const field of ['tailable', 'returnKey', 'showRecordId'] as const) {
    if (flagArgument(body, field)) throw notSupported(`The option ${field} of find`);
  }
  for (const field of ['max', 'min'] as const) {
    if (Object.keys(documentArgument(body, field)).length > 0) throw notSupported(`The option ${field} of find`);
  }
}
