import { CommandError } from '../errors.ts';
import { type Document, isDocument, ownField } from '../values/document.ts';
import { inspectValue } from '../values/inspect-value.ts';
import type { IndexSpec } from './index-spec.ts';

/** The refusal of a document whose key a unique index already holds, in MongoDB's words (code 11000). */
export function duplicateKey(namespace: string, index: IndexSpec, document: Document): CommandError {
  const keyValue = Object.fromEntries(index.fields.map(({ path, parts }) => [path, valueAt(document, parts) ?? null]));
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${inspectValue(value)}`);
  return new CommandError(
    11000,
    `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`,
    { keyPattern: index.pattern, keyValue },
  );
}

function valueAt(document: Document, parts: readonly string[]): unknown {
  let value: unknown = document;
  for (const part of parts) value = isDocument(value) ? ownField(value, part) : undefined;
  return value;
}
