import { plainScope } from './aggregate/expression-scope.ts';
import { findDocuments } from './commands/find-documents.ts';
import { searchOf } from './commands/query-request.ts';
import type { Engine } from './engine.ts';
import type { IndexSpec } from './storage/index-spec.ts';

/** How often documents are looked for whose time is over, ms; MongoDB does it as often. */
export const expiryIntervalMs = 60_000;
/** So many are removed in one transaction, so that other writes get their turn. */
const removedAtOnce = 500;

/**
 * Removes the documents whose date lies further back than their TTL index allows.
 * @returns how many were removed
 */
export async function expireDocuments(engine: Engine): Promise<number> {
  let removed = 0;
  for (const { namespace, indexes } of engine.catalog.list()) {
    for (const index of indexes) {
      if (index.expireAfterSeconds !== undefined && index.isReady)
        removed += await expireByIndex(engine, namespace, index);
    }
  }
  return removed;
}

async function expireByIndex(engine: Engine, namespace: string, index: IndexSpec): Promise<number> {
  let removed = 0;
  for (let batch = removedAtOnce; batch === removedAtOnce; ) {
    batch = await engine.store.write(() => removeExpired(engine, namespace, index));
    removed += batch;
  }
  return removed;
}

function removeExpired(
  engine: Engine,
  namespace: string,
  { fields, expireAfterSeconds = 0, partialFilter }: IndexSpec,
): number {
  const [field] = fields;
  const collection = engine.collection(namespace);
  if (!collection || !field) return 0;
  const oldest = new Date(engine.now().getTime() - expireAfterSeconds * 1000);
  const isOver = { [field.path]: { $lt: oldest } };
  const filter = partialFilter ? { $and: [isOver, partialFilter] } : isOver;
  const expired = [...findDocuments(collection, { ...searchOf(filter, plainScope), limit: removedAtOnce })];
  for (const { record, document } of expired) collection.remove(record, document);
  return expired.length;
}
