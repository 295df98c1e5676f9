import { CommandError, failedToParse, typeMismatch } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { toDouble } from '../values/numbers.ts';
import { arrayArgument, documentArgument, rejectCollation } from './arguments.ts';
import { type Command, type CommandCall, namespaceOf } from './command.ts';
import { findDocuments } from './find-documents.ts';
import { scopeOf, searchOf } from './query-request.ts';
import { rejectUnknownFields } from './unknown-fields.ts';
import { runBatch } from './write-batch.ts';

/** Removes the documents that filters mean, one or all of them. */
export const deleteCommand: Command = {
  fields: ['deletes', 'ordered', 'let', 'bypassDocumentValidation'],
  writes: true,
  run: (call) => {
    const statements = arrayArgument(call.body, 'deletes');
    if (statements.length === 0)
      throw new CommandError(16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.');
    let n = 0;
    const errors = runBatch(statements, call.body, (statement) => {
      if (!isDocument(statement)) throw typeMismatch("BSON field 'delete.deletes' has elements that are no objects");
      n += deleteMatching(call, namespaceOf(call), statement);
    });
    return { n, ...errors };
  },
};

/** Carries out one statement; returns how many documents it removed. */
export function deleteMatching(call: CommandCall, namespace: string, statement: Document): number {
  rejectUnknownFields('delete.deletes', statement, ['q', 'limit', 'hint', 'collation']);
  rejectCollation(statement.collation);
  const limit = toDouble(statement.limit);
  if (limit !== 0 && limit !== 1) throw failedToParse(`The limit field in delete objects must be 0 or 1. Got ${limit}`);
  const search = searchOf(documentArgument(statement, 'q'), scopeOf(call.body, call.engine.now()), {
    hint: statement.hint,
  });
  const collection = call.engine.collection(namespace);
  if (!collection) return 0;
  let n = 0;
  for (const { record, document } of [...findDocuments(collection, limit === 1 ? { ...search, limit } : search)]) {
    collection.remove(record, document);
    n += 1;
  }
  return n;
}
