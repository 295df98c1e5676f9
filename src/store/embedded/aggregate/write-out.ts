import { type Found, findDocuments } from '../commands/find-documents.ts';
import { prepareDocument } from '../commands/insert.ts';
import { searchOf } from '../commands/query-request.ts';
import { CommandError, notSupported } from '../errors.ts';
import { variablesFor } from '../expression/evaluate.ts';
import type { Collection } from '../storage/collection.ts';
import { valueAt } from '../update/document-path.ts';
import { equalValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { encodeBson } from '../values/encode-bson.ts';
import type { StageSpec } from './compile-pipeline.ts';
import type { StageContext } from './stage.ts';
import { stageDocument } from './stage-document.ts';

/** Writes the results of a pipeline into a collection, as its last stage says; all of them or none. */
export function writeOut(
  { name, operand }: StageSpec,
  results: Iterable<{ readonly document: Document }>,
  source: string,
  context: StageContext,
): void {
  // Everything is computed before anything is written, for the target may be the source.
  const documents = Array.from(results, ({ document }) => document);
  if (name === '$out') replaceCollection(targetOf(name, operand, context), documents, context);
  else mergeAll(mergeOptions(operand, source, context), documents, context);
}

function replaceCollection(namespace: string, documents: readonly Document[], { engine }: StageContext): void {
  const collection = engine.ensureCollection(namespace);
  collection.clear();
  for (const document of documents) insertInto(collection, document);
}

function insertInto(collection: Collection, document: Document): void {
  const prepared = prepareDocument(document);
  collection.insert(prepared, encodeBson(prepared));
}

function targetOf(stage: string, target: unknown, { database }: StageContext): string {
  if (typeof target === 'string') return `${database}.${target}`;
  if (isDocument(target) && typeof target.coll === 'string')
    return `${typeof target.db === 'string' ? target.db : database}.${target.coll}`;
  throw new CommandError(16990, `${stage} only supports a string or object argument that names a collection`);
}

type WhenMatched = 'replace' | 'keepExisting' | 'merge' | 'fail' | readonly unknown[];

interface MergeOptions {
  /** The namespace that is read, for error texts. */
  readonly source: string;
  readonly namespace: string;
  readonly on: readonly string[];
  readonly whenMatched: WhenMatched;
  readonly whenNotMatched: 'insert' | 'discard' | 'fail';
  readonly variables: Document;
}

function mergeOptions(operand: unknown, source: string, context: StageContext): MergeOptions {
  const given = typeof operand === 'string' ? { into: operand } : stageDocument('$merge', operand, 51182);
  const {
    into,
    on = '_id',
    whenMatched = 'merge',
    whenNotMatched = 'insert',
    let: variables = { new: '$$ROOT' },
    ...rest
  } = given as Document;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new CommandError(40415, `BSON field '$merge.${unknown}' is an unknown field.`);
  checkModes(whenMatched, whenNotMatched);
  if (!isDocument(variables)) throw notSupported('$merge with `let` that is no document');
  return {
    source,
    namespace: targetOf('$merge', into, context),
    on: (Array.isArray(on) ? on : [on]).map(String),
    whenMatched: whenMatched as WhenMatched,
    whenNotMatched: whenNotMatched as MergeOptions['whenNotMatched'],
    variables,
  };
}

function checkModes(whenMatched: unknown, whenNotMatched: unknown): void {
  if (!(Array.isArray(whenMatched) || ['replace', 'keepExisting', 'merge', 'fail'].includes(String(whenMatched)))) {
    throw new CommandError(
      2,
      `Enumeration value '${String(whenMatched)}' for field '$merge.whenMatched' is not a valid value.`,
    );
  }
  if (!['insert', 'discard', 'fail'].includes(String(whenNotMatched))) {
    throw new CommandError(
      2,
      `Enumeration value '${String(whenNotMatched)}' for field '$merge.whenNotMatched' is not a valid value.`,
    );
  }
}

function mergeAll(options: MergeOptions, documents: readonly Document[], context: StageContext): void {
  const collection = context.engine.ensureCollection(options.namespace);
  rejectAmbiguous(collection, options);
  for (const document of documents) mergeOne(collection, document, options, context);
}

/** The fields to merge on must name one document each. */
function rejectAmbiguous(collection: Collection, { on }: MergeOptions): void {
  const isUnique = collection.indexes.some(
    ({ isUnique: unique, fields, partialFilter }) =>
      unique && !partialFilter && fields.length === on.length && fields.every(({ path }) => on.includes(path)),
  );
  if (!isUnique) throw new CommandError(51183, 'Cannot find index to verify that join fields will be unique');
}

function mergeOne(collection: Collection, document: Document, options: MergeOptions, context: StageContext): void {
  const key = Object.fromEntries(options.on.map((path) => [path, mergeKey(document, path)]));
  const [found] =
    '_id' in key && key._id === undefined
      ? []
      : [...findDocuments(collection, { ...searchOf(key, context.scope), limit: 1 })];
  if (found) keepState(collection, found, matchedState(found.document, document, options, context));
  else if (options.whenNotMatched === 'insert') insertInto(collection, document);
  else if (options.whenNotMatched === 'fail')
    throw new CommandError(
      13113,
      `$merge could not find a matching document in the target collection for at least one document in the source collection ${options.source}`,
    );
}

function mergeKey(document: Document, path: string): unknown {
  const value = valueAt(document, path.split('.'));
  if (Array.isArray(value) || (value === undefined && path !== '_id')) {
    throw new CommandError(51132, "$merge write error: 'on' field cannot be missing, null, undefined or an array");
  }
  return value;
}

function keepState(collection: Collection, found: Found, after: Document | undefined): void {
  if (after === undefined) return;
  if ('_id' in after && !equalValues(after._id, found.document._id)) {
    throw new CommandError(
      66,
      "$merge failed to update the matching document, did you attempt to modify the _id or the shard key? :: caused by :: Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  const { _id: _, ...rest } = after;
  const stored = { _id: found.document._id, ...rest };
  collection.replace(found.record, found.document, stored, encodeBson(stored));
}

/** What becomes of a document that was there; undefined when it stays as it is. */
function matchedState(
  existing: Document,
  document: Document,
  { whenMatched: how, variables }: MergeOptions,
  context: StageContext,
): Document | undefined {
  if (how === 'keepExisting') return undefined;
  if (how === 'replace') return document;
  if (how === 'merge') return { ...existing, ...document };
  if (how === 'fail')
    throw new CommandError(
      11000,
      '$merge with whenMatched: fail found an existing document with the same values for the on field',
    );
  const scope = variablesFor(document, context.constants);
  const bound = Object.fromEntries(
    Object.entries(variables).map(([name, expression]) => [name, context.compile(expression)(scope)]),
  );
  const [after] = context.with(bound).compilePipeline(how)([existing]);
  return after;
}
