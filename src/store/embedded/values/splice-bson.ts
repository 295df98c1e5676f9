import { walkElements } from './decode-bson.ts';
import type { Document } from './document.ts';
import { encodeBson, requireStorable, wrapDocument } from './encode-bson.ts';

/**
 * A stored document with other values for some of its top-level fields; all other bytes stay as they are.
 * @param fields what may have changed: one that `values` does not have is taken out, a new one comes to the end
 * @throws CommandError 10334 when it becomes larger than MongoDB allows
 */
export function spliceBson(bytes: Buffer, fields: ReadonlySet<string>, values: Document): Buffer {
  const fresh = elementsOf(values, fields);
  const parts: Buffer[] = [];
  let keptFrom = firstElement;
  walkElements(bytes, 0, (field, _type, _at, start, end) => {
    if (!fields.has(field)) return;
    parts.push(bytes.subarray(keptFrom, start), fresh.get(field) ?? nothing);
    fresh.delete(field);
    keptFrom = end;
  });
  parts.push(bytes.subarray(keptFrom, bytes.length - 1), ...fresh.values());
  return requireStorable(wrapDocument(parts));
}

const firstElement = 4;
const nothing = Buffer.alloc(0);

/** The fields that a document has, each as an element of its own. */
function elementsOf(document: Document, fields: ReadonlySet<string>): Map<string, Buffer> {
  const chosen = Object.fromEntries(Object.entries(document).filter(([field]) => fields.has(field)));
  const bytes = encodeBson(chosen);
  const elements = new Map<string, Buffer>();
  walkElements(bytes, 0, (field, _type, _at, start, end) => elements.set(field, bytes.subarray(start, end)));
  return elements;
}
