import type { Collection } from '../storage/collection.ts';
import type { Appended } from '../update/apply-update.ts';
import type { CompiledUpdate } from '../update/compile-update.ts';
import type { Document } from '../values/document.ts';
import { encodeBson } from '../values/encode-bson.ts';
import { spliceBson } from '../values/splice-bson.ts';
import type { Found } from './find-documents.ts';
import { prepareDocument } from './insert.ts';

/** What became of a document. */
export interface Changed {
  readonly bytes: Buffer;
  readonly isModified: boolean;
}

/**
 * Carries out an update on a stored document; one that changes nothing writes nothing. One that says which fields it
 * touches has no more of the document read and written than it must.
 */
export function changeDocument(collection: Collection, found: Found, update: CompiledUpdate): Changed {
  const needed = update.touches && collection.fieldsWith(update.touches);
  const appended = growingIn(collection, found, needed && update.appends);
  const before = needed ? found.elements.decode(needed, appended) : found.document;
  const after = update.apply(before, appended);
  const bytes =
    needed && update.touches ? spliceBson(found.elements, update.touches, after, appended) : encodeBson(after);
  if (bytes.equals(found.bytes)) return { bytes: found.bytes, isModified: false };
  collection.replace(found.record, before, after, bytes);
  return { bytes, isModified: true };
}

/** Of the arrays that grow, those that are there and that no index knows: they need not be read. */
function growingIn(collection: Collection, found: Found, appends: Appended = nothing): Appended {
  const growing = [...appends].filter(([field]) => found.elements.isArray(field) && !collection.isIndexed(field));
  return growing.length === 0 ? nothing : new Map(growing);
}
const nothing: Appended = new Map();

/** Stores the document of an upsert. */
export function insertUpserted(
  collection: Collection,
  update: CompiledUpdate,
): { readonly document: Document; readonly bytes: Buffer } {
  const document = prepareDocument(update.insert());
  const bytes = encodeBson(document);
  collection.insert(document, bytes);
  return { document, bytes };
}
