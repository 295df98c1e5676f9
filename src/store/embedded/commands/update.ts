import { failedToParse, typeMismatch } from '../errors.ts';
import { compileUpdate } from '../update/compile-update.ts';
import { type Document, isDocument } from '../values/document.ts';
import { arrayArgument, documentArgument, flagArgument, rejectCollation } from './arguments.ts';
import { changeDocument, insertUpserted } from './change-document.ts';
import { type Command, type CommandCall, namespaceOf } from './command.ts';
import { targets } from './find-documents.ts';
import { scopeOf, searchOf } from './query-request.ts';
import { rejectUnknownFields } from './unknown-fields.ts';
import { PartCounter, rejectEmptyBatch, runBatch } from './write-batch.ts';

const statementFields = ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation', 'sort'];

/** Changes documents by operators, a pipeline or a replacement; makes one where an upsert finds none. */
export const update: Command = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  writes: true,
  run: function* (call) {
    const statements = arrayArgument(call.body, 'updates');
    rejectEmptyBatch(statements);
    const totals = { n: 0, nModified: 0 };
    const upserted: Document[] = [];
    const counter = new PartCounter();
    const errors = yield* runBatch(statements, call.body, function* (statement, index) {
      if (!isDocument(statement)) throw typeMismatch("BSON field 'update.updates' has elements that are no objects");
      const result = yield* runStatement(call, statement, { totals, counter });
      if (result) upserted.push({ index, _id: result._id });
    });
    return { ...totals, ...(upserted.length > 0 ? { upserted } : {}), ...errors };
  },
};

/** Carries out one statement and adds what it did to the totals; returns the document that it inserted, if any. */
function* runStatement(
  call: CommandCall,
  statement: Document,
  { totals, counter }: { readonly totals: { n: number; nModified: number }; readonly counter: PartCounter },
): Generator<void, Document | undefined, void> {
  rejectUnknownFields('update.updates', statement, statementFields);
  rejectCollation(statement.collation);
  const [isMulti, isUpsert] = [flagArgument(statement, 'multi'), flagArgument(statement, 'upsert')];
  const { search, compiled } = compileStatement(call, statement);
  if (isMulti && compiled.isReplacement)
    throw failedToParse('multi update is not supported for replacement-style update');
  const namespace = namespaceOf(call);
  const collection = isUpsert ? call.engine.ensureCollection(namespace) : call.engine.collection(namespace);
  if (!collection) return undefined;
  let matched = 0;
  for (const found of targets(collection, isMulti ? search : { ...search, limit: 1 })) {
    if (!found) {
      yield;
      continue;
    }
    matched += 1;
    totals.n += 1;
    if (changeDocument(collection, found, compiled).isModified) totals.nModified += 1;
    if (counter.isFull()) yield;
  }
  if (matched > 0 || !isUpsert) return undefined;
  const { document } = insertUpserted(collection, compiled);
  totals.n += 1;
  return document;
}

function compileStatement(call: CommandCall, statement: Document) {
  const now = call.engine.now();
  const scope = scopeOf(call.body, now);
  const filter = documentArgument(statement, 'q');
  const sort = documentArgument(statement, 'sort');
  const search = searchOf(filter, scope, { sort, hint: statement.hint });
  const compiled = compileUpdate({
    filter,
    update: statement.u,
    arrayFilters: statement.arrayFilters,
    constants: { ...documentArgument(call.body, 'let'), ...documentArgument(statement, 'c') },
    scope,
    now,
    engine: call.engine,
  });
  return { search, compiled };
}
