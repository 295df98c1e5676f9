import type { Document } from '../values/document.ts';
import type { Collection } from './collection.ts';

/** How many documents are measured for the average size. */
const sampled = 100;

/** Numbers about a collection; sizes are estimated from its first documents. */
export function collectionStats(collection: Collection): Document {
  let [bytes, documents] = [0, 0];
  for (const record of collection.records()) {
    bytes += collection.read(record)?.length ?? 0;
    documents += 1;
    if (documents >= sampled) break;
  }
  const count = collection.count();
  const avgObjSize = documents === 0 ? 0 : Math.round(bytes / documents);
  return {
    ns: collection.namespace,
    count,
    size: avgObjSize * count,
    avgObjSize,
    storageSize: avgObjSize * count,
    capped: false,
    nindexes: collection.indexes.length,
    totalIndexSize: 0,
    indexSizes: {},
  };
}
