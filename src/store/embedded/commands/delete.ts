import { failedToParse, typeMismatch } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { toDouble } from '../values/numbers.ts';
import { arrayArgument, documentArgument, rejectCollation } from './arguments.ts';
import { type Command, type CommandCall, namespaceOf } from './command.ts';
import { targets } from './find-documents.ts';
import { scopeOf, searchOf } from './query-request.ts';
import { rejectUnknownFields } from './unknown-fields.ts';
import { PartCounter, rejectEmptyBatch, runBatch } from './write-batch.ts';

/** Removes the documents that filters mean, one or all of them. */
export const deleteCommand: Command = {
  fields: ['deletes', 'ordered', 'let', 'bypassDocumentValidation'],
  writes: true,
  run: function* (call) {
    const statements = arrayArgument(call.body, 'deletes');
    rejectEmptyBatch(statements);
    const counter = new PartCounter();
    const totals = { n: 0 };
    const errors = yield* runBatch(statements, call.body, function* (statement) {
      if (!isDocument(statement)) throw typeMismatch("BSON field 'delete.deletes' has elements that are no objects");
      yield* runStatement(call, statement, totals, counter);
    });
    return { ...totals, ...errors };
  },
};

function* runStatement(
  call: CommandCall,
  statement: Document,
  totals: { n: number },
  counter: PartCounter,
): Generator<void, void, void> {
  rejectUnknownFields('delete.deletes', statement, ['q', 'limit', 'hint', 'collation']);
  rejectCollation(statement.collation);
  const limit = toDouble(statement.limit);
  if (limit !== 0 && limit !== 1) throw failedToParse(`The limit field in delete objects must be 0 or 1. Got ${limit}`);
  const filter = documentArgument(statement, 'q');
  const search = searchOf(filter, scopeOf(call.body, call.engine.now()), { hint: statement.hint });
  const collection = call.engine.collection(namespaceOf(call));
  if (!collection) return;
  for (const found of targets(collection, limit === 1 ? { ...search, limit } : search)) {
    if (!found) {
      yield;
      continue;
    }
    collection.remove(found.record, found.document);
    totals.n += 1;
    if (counter.isFull()) yield;
  }
}
