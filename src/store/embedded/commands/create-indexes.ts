import { plainScope } from '../aggregate/expression-scope.ts';
import { CommandError, notSupported, typeMismatch } from '../errors.ts';
import { compileFilter } from '../query/compile-filter.ts';
import { indexFromDescription } from '../storage/catalog.ts';
import type { Collection } from '../storage/collection.ts';
import { describeIndex, type IndexSpec } from '../storage/index-spec.ts';
import { equalValues } from '../values/compare-values.ts';
import { type Document, isDocument } from '../values/document.ts';
import { inspectValue } from '../values/inspect-value.ts';
import { toDouble } from '../values/numbers.ts';
import { isNumeric } from '../values/value-kind.ts';
import { arrayArgument, rejectCollation } from './arguments.ts';
import { type Command, namespaceOf } from './command.ts';

/** Makes indexes; one that is there already in the same form is left as it is. */
export const createIndexes: Command = {
  fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  writes: true,
  run: function* (call) {
    const { engine, body } = call;
    const descriptions = arrayArgument(body, 'indexes');
    if (descriptions.length === 0) throw new CommandError(2, 'Must specify at least one index to create');
    const checked = descriptions.map(checkDescription);
    const namespace = namespaceOf(call);
    const createdCollectionAutomatically = engine.catalog.find(namespace) === undefined;
    const numIndexesBefore = engine.ensureCollection(namespace).indexes.length;
    for (const description of checked) {
      const collection = engine.ensureCollection(namespace);
      if (!isThereAlready(collection, description)) {
        yield* build(collection, indexFromDescription(description, engine.catalog.takeId()));
      }
    }
    const numIndexesAfter = engine.ensureCollection(namespace).indexes.length;
    const note = numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {};
    return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note };
  },
};

/** Builds an index; one that its documents do not allow is gone before the refusal is given. */
function* build(collection: Collection, index: IndexSpec): Generator<void, void, void> {
  dropUnfinished(collection, index);
  try {
    yield* collection.buildIndex(index);
  } catch (cause) {
    if (!(cause instanceof CommandError)) throw cause;
    collection.dropIndex(index);
    yield;
    throw cause;
  }
}

/** An index whose building was interrupted, as by the end of the process, is built anew. */
function dropUnfinished(collection: Collection, { name }: IndexSpec): void {
  for (const index of collection.indexes) if (index.name === name && !index.isReady) collection.dropIndex(index);
}

const knownOptions = new Set([
  'key',
  'name',
  'v',
  'ns',
  'unique',
  'sparse',
  'background',
  'hidden',
  'partialFilterExpression',
  'expireAfterSeconds',
  'collation',
]);
const refusedOptions = new Set([
  'weights',
  'default_language',
  'language_override',
  'textIndexVersion',
  '2dsphereIndexVersion',
  'bits',
  'min',
  'max',
  'wildcardProjection',
  'storageEngine',
  'clustered',
  'prepareUnique',
  'bucketSize',
]);

/** An index description with nothing in it that this engine would not carry out. */
function checkDescription(given: unknown): Document {
  if (!isDocument(given)) throw typeMismatch("BSON field 'createIndexes.indexes' has elements that are no objects");
  for (const option of Object.keys(given)) {
    if (refusedOptions.has(option)) throw notSupported(`The index option ${option}`);
    if (!knownOptions.has(option)) {
      throw new CommandError(
        197,
        `The field '${option}' is not valid for an index specification. Specification: ${inspectValue(given)}`,
      );
    }
  }
  rejectCollation(given.collation);
  checkPattern(given.key);
  if (typeof given.name !== 'string' || given.name === '')
    throw new CommandError(9, "The 'name' field is a required property of an index specification");
  checkOptions(given);
  const switches = Object.fromEntries(['unique', 'sparse', 'hidden'].map((name) => [name, isOn(given[name])]));
  return { ...given, ...switches };
}

function checkPattern(pattern: unknown): void {
  if (!isDocument(pattern) || Object.keys(pattern).length === 0)
    throw new CommandError(67, 'Index keys cannot be empty.');
  for (const [path, direction] of Object.entries(pattern)) {
    if (typeof direction === 'string') throw notSupported(`An index of type ${direction}`);
    if (!isNumeric(direction) || toDouble(direction) === 0 || Number.isNaN(toDouble(direction))) {
      throw new CommandError(
        67,
        `Values in v:2 index key pattern cannot be of type other than number, and not 0: ${path}`,
      );
    }
    if (path === '' || path.split('.').includes(''))
      throw new CommandError(67, 'Index keys cannot contain an empty field.');
    if (path.includes('$**')) throw notSupported('A wildcard index');
    if (path.split('.').some((part) => part.startsWith('$') && !['$ref', '$id', '$db'].includes(part))) {
      throw new CommandError(67, `Index key contains an illegal field name: field name starts with '$'.`);
    }
  }
}

function checkOptions({ key, expireAfterSeconds, partialFilterExpression, sparse }: Document): void {
  if (expireAfterSeconds !== undefined) {
    const seconds = toDouble(expireAfterSeconds);
    if (!isNumeric(expireAfterSeconds) || !(seconds >= 0 && seconds <= 0x7fffffff)) {
      throw new CommandError(
        67,
        'TTL index expireAfterSeconds option must be within an acceptable range: 0 to 2147483647',
      );
    }
    if (Object.keys(key as Document).length > 1)
      throw new CommandError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
    if ('_id' in (key as Document))
      throw new CommandError(67, "The field 'expireAfterSeconds' is not valid for an _id index specification.");
  }
  if (partialFilterExpression === undefined) return;
  if (!isDocument(partialFilterExpression)) throw typeMismatch("The field 'partialFilterExpression' must be an object");
  if (isOn(sparse)) throw new CommandError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  checkPartialFilter(partialFilterExpression);
}

const partialOperators = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in', '$and', '$or']);

function checkPartialFilter(filter: Document): void {
  compileFilter(filter, plainScope);
  for (const operator of operatorsIn(filter)) {
    if (!partialOperators.has(operator)) {
      throw new CommandError(67, `Expression not supported in partial index: ${operator}`);
    }
  }
}

function operatorsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(operatorsIn);
  if (!isDocument(value)) return [];
  return Object.entries(value).flatMap(([key, operand]) => [
    ...(key.startsWith('$') ? [key] : []),
    ...operatorsIn(operand),
  ]);
}

function isOn(value: unknown): boolean {
  return value === true || (isNumeric(value) && toDouble(value) !== 0);
}

/**
 * Whether the collection has this very index.
 * @throws CommandError 85 or 86 when it has another one of that name or with that key
 */
function isThereAlready({ indexes }: Collection, description: Document): boolean {
  const ready = indexes.filter(({ isReady }) => isReady);
  const wanted = describeIndex(indexFromDescription(description, 0));
  const sameName = ready.find(({ name }) => name === wanted.name);
  const sameKey = ready.find(
    (index) =>
      equalValues(index.pattern, wanted.key) &&
      equalValues(index.partialFilter ?? null, wanted.partialFilterExpression ?? null),
  );
  if (isIdIndex(wanted)) return true;
  if (sameName && equalValues(describeIndex(sameName), wanted)) return true;
  if (sameName && !equalValues(sameName.pattern, wanted.key)) {
    throw new CommandError(
      86,
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${inspectValue(wanted)}, existing index: ${inspectValue(describeIndex(sameName))}`,
    );
  }
  const conflict = sameName ?? sameKey;
  if (!conflict) return false;
  throw optionsConflict(conflict, wanted);
}

function isIdIndex({ key }: Document): boolean {
  return isDocument(key) && Object.keys(key).length === 1 && isNumeric(key._id) && toDouble(key._id) === 1;
}

function optionsConflict(existing: IndexSpec, wanted: Document): CommandError {
  const { name: _existingName, ...current } = describeIndex(existing);
  const { name: _wantedName, ...requested } = wanted;
  if (equalValues(current, requested)) {
    return new CommandError(85, `Index already exists with a different name: ${existing.name}`);
  }
  return new CommandError(
    85,
    `An equivalent index already exists with the same name but different options. Requested index: ${inspectValue(wanted)}, existing index: ${inspectValue(describeIndex(existing))}`,
  );
}
