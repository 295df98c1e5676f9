import { failedToParse } from '../errors.ts';
import { compileProjection } from '../query/projection.ts';
import type { Collection } from '../storage/collection.ts';
import { compileUpdate } from '../update/compile-update.ts';
import { decodeBson } from '../values/decode-bson.ts';
import type { Document } from '../values/document.ts';
import { encodeBson, RawDocument } from '../values/encode-bson.ts';
import { documentArgument, flagArgument, rejectCollation } from './arguments.ts';
import { changeDocument, insertUpserted } from './change-document.ts';
import { type Command, type CommandCall, namespaceOf } from './command.ts';
import { findOne, type Search } from './find-documents.ts';
import { scopeOf, searchOf } from './query-request.ts';

/** Changes or removes one document and answers with it, as it was or as it has become. */
export const findAndModify: Command = {
  fields: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
    'collation',
    'arrayFilters',
    'hint',
    'let',
  ],
  writes: true,
  run: (call) => {
    const { body, engine } = call;
    rejectCollation(body.collation);
    rejectContradictions(body);
    const scope = scopeOf(body, engine.now());
    const filter = documentArgument(body, 'query');
    const search = { ...searchOf(filter, scope, { sort: documentArgument(body, 'sort'), hint: body.hint }), limit: 1 };
    const project = compileProjection(documentArgument(body, 'fields'), filter, scope);
    const { bytes, lastErrorObject } = flagArgument(body, 'remove') ? remove(call, search) : modify(call, search);
    if (!bytes) return { lastErrorObject, value: null };
    const shown = project ? encodeBson(project(decodeBson(bytes))) : bytes;
    return { lastErrorObject, value: new RawDocument(shown) };
  },
};

interface Outcome {
  readonly bytes: Buffer | undefined;
  readonly lastErrorObject: Document;
}

function rejectContradictions(body: Document): void {
  if (flagArgument(body, 'remove')) {
    if (body.update !== undefined) throw failedToParse("Cannot specify both an 'update' and 'remove'=true");
    if (flagArgument(body, 'new'))
      throw failedToParse(
        "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
      );
    if (flagArgument(body, 'upsert')) throw failedToParse("Cannot specify both 'upsert'=true and 'remove'=true");
  } else if (body.update === undefined) {
    throw failedToParse("Either an 'update' or 'remove'=true must be specified");
  }
}

function remove(call: CommandCall, search: Search): Outcome {
  const collection = call.engine.collection(namespaceOf(call));
  const found = collection && findOne(collection, search);
  if (found) collection?.remove(found.record, found.document);
  return { bytes: found?.bytes, lastErrorObject: { n: found ? 1 : 0 } };
}

function modify(call: CommandCall, search: Search): Outcome {
  const { body, engine } = call;
  const now = engine.now();
  const update = compileUpdate({
    filter: search.filter,
    update: body.update,
    arrayFilters: body.arrayFilters,
    constants: documentArgument(body, 'let'),
    scope: scopeOf(body, now),
    now,
    engine,
  });
  const isUpsert = flagArgument(body, 'upsert');
  const collection = isUpsert ? engine.ensureCollection(namespaceOf(call)) : engine.collection(namespaceOf(call));
  const found = collection && findOne(collection, search);
  if (collection && found) {
    const { bytes } = changeDocument(collection, found, update);
    return { bytes: flagArgument(body, 'new') ? bytes : found.bytes, lastErrorObject: { n: 1, updatedExisting: true } };
  }
  return collection && isUpsert ? upsert(collection, update, flagArgument(body, 'new')) : nothingFound;
}

const nothingFound: Outcome = { bytes: undefined, lastErrorObject: { n: 0, updatedExisting: false } };

function upsert(collection: Collection, update: ReturnType<typeof compileUpdate>, isNew: boolean): Outcome {
  const { document, bytes } = insertUpserted(collection, update);
  return {
    bytes: isNew ? bytes : undefined,
    lastErrorObject: { n: 1, updatedExisting: false, upserted: document._id },
  };
}
