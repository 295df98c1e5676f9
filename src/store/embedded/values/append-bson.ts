import { endOfName, valueLength } from './decode-bson.ts';
import { encodeBson } from './encode-bson.ts';

/**
 * The element of an array with more values at its end; those that are there are copied as they are.
 * @param element its type, its name, and the array
 */
export function appendBson(element: Buffer, values: readonly unknown[]): Buffer {
  const arrayAt = element.indexOf(0, 1) + 1;
  const count = countItems(element, arrayAt);
  // Names of whole numbers stand in their order in an object.
  const added = encodeBson(Object.fromEntries(values.map((value, index) => [String(count + index), value])));
  const kept = element.length - 1;
  const grown = Buffer.allocUnsafe(kept + added.length - lengthBytes);
  element.copy(grown, 0, 0, kept);
  added.copy(grown, kept, lengthBytes);
  grown.writeInt32LE(grown.length - arrayAt, arrayAt);
  return grown;
}

const lengthBytes = 4;

function countItems(bytes: Buffer, arrayAt: number): number {
  const end = bytes.length - 1;
  let count = 0;
  for (let at = arrayAt + lengthBytes; at < end; count += 1) {
    const valueAt = endOfName(bytes, at + 1, end) + 1;
    at = valueAt + valueLength(bytes, bytes[at] ?? 0, valueAt);
  }
  return count;
}
