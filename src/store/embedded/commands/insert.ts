import { ObjectId } from 'bson';
import { badValue, CommandError } from '../errors.ts';
import type { Collection } from '../storage/collection.ts';
import { decodeBson } from '../values/decode-bson.ts';
import { type Document, isDocument } from '../values/document.ts';
import { encodeBson, maxDocumentBytes, RawArray } from '../values/encode-bson.ts';
import { rejectCollation } from './arguments.ts';
import { type Command, namespaceOf } from './command.ts';
import { PartCounter, rejectEmptyBatch, runBatch } from './write-batch.ts';

/** Stores new documents; one that a unique index refuses does not undo the others. */
export const insert: Command = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation', 'collation'],
  writes: true,
  run: function* (call) {
    rejectCollation(call.body.collation);
    const documents = documentsOf(call.body);
    const counter = new PartCounter();
    let n = 0;
    const namespace = namespaceOf(call);
    const errors = yield* runBatch(documents, call.body, function* (bytes) {
      insertRaw(call.engine.ensureCollection(namespace), bytes);
      n += 1;
      if (counter.isFull()) yield;
    });
    return { n, ...errors };
  },
};

function documentsOf({ documents }: Document): readonly Buffer[] {
  if (!(documents instanceof RawArray)) {
    throw new CommandError(40414, "BSON field 'insert.documents' is missing but a required field");
  }
  rejectEmptyBatch(documents.documents);
  return documents.documents;
}

/** Stores a document as it was sent; `_id` is made when it has none, and stands first. */
function insertRaw(collection: Collection, bytes: Buffer): void {
  const document = decodeBson(bytes);
  const stored = prepareDocument(document);
  if (stored !== document || bytes.length > maxDocumentBytes) collection.insert(stored, encodeBson(stored));
  else collection.insert(document, bytes);
}

/**
 * A document as it is stored: with an `_id`, which stands first.
 * @returns the same document when nothing had to be changed
 */
export function prepareDocument(document: Document): Document {
  const [first] = Object.keys(document);
  checkId(document._id);
  if (first === '_id') return document;
  const { _id = new ObjectId(), ...rest } = document;
  return { _id, ...rest };
}

function checkId(id: unknown): void {
  if (Array.isArray(id)) throw new CommandError(53, "The '_id' value cannot be of type array");
  if (id instanceof RegExp) throw new CommandError(53, "The '_id' value cannot be of type regex");
  if (isDocument(id) && Object.keys(id).some((field) => field.startsWith('$'))) {
    throw badValue("_id fields may not contain '$'-prefixed fields");
  }
}
