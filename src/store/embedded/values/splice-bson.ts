import { appendBson } from './append-bson.ts';
import type { Document } from './document.ts';
import { Elements, firstElement } from './elements.ts';
import { encodeBson, requireStorable, wrapDocument } from './encode-bson.ts';

/**
 * A stored document with other values for some of its top-level fields; all other bytes stay as they are.
 * @param fields what may have changed: one that `values` does not have is taken out, a new one comes to the end
 * @param appended of these fields arrays that are only to grow; `values` need not have them
 * @throws CommandError 10334 when it becomes larger than MongoDB allows
 */
export function spliceBson(
  stored: Elements,
  fields: ReadonlySet<string>,
  values: Document,
  appended: ReadonlyMap<string, readonly unknown[]> = new Map(),
): Buffer {
  const { bytes } = stored;
  const fresh = elementsOf(values, fields);
  const parts: Buffer[] = [];
  let keptFrom = firstElement;
  for (const { name, from, to } of stored.ranges(fields)) {
    const added = appended.get(name);
    const element = added ? appendBson(bytes.subarray(from, to), added) : (fresh.get(name) ?? nothing);
    parts.push(bytes.subarray(keptFrom, from), element);
    fresh.delete(name);
    keptFrom = to;
  }
  parts.push(bytes.subarray(keptFrom, bytes.length - 1), ...fresh.values());
  return requireStorable(wrapDocument(parts));
}

const nothing = Buffer.alloc(0);

/** The fields that a document has, each as an element of its own. */
function elementsOf(document: Document, fields: ReadonlySet<string>): Map<string, Buffer> {
  const chosen = Object.fromEntries(Object.entries(document).filter(([field]) => fields.has(field)));
  const encoded = new Elements(encodeBson(chosen));
  const elements = new Map<string, Buffer>();
  for (const { name, from, to } of encoded.ranges(fields)) elements.set(name, encoded.bytes.subarray(from, to));
  return elements;
}
